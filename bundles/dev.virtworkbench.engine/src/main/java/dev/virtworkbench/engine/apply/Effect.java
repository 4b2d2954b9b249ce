package dev.virtworkbench.engine.apply;

/** When a difference comes into effect. */
public enum Effect {
    /** When it is applied. */
    NOW,
    /** The object runs on as it is; its next start takes the change. */
    AT_NEXT_START,
    /** Defining cannot do it: another operation can. Nothing of the document is applied while there is such a difference. */
    NEEDS_OPERATION
}
