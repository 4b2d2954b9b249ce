package dev.virtworkbench.language.syntax;

/**
 * What is known about which elements may stand in which, by their names alone. It only helps to guess where an element
 * without end tag was meant to end; a wrong answer costs a worse guess, nothing else.
 */
@FunctionalInterface
public interface Nesting {

    /** Knows nothing: indentation alone decides. */
    Nesting UNKNOWN = (parent, child) -> Answer.UNKNOWN;

    /** What is known of a pair. */
    enum Answer { YES, NO, UNKNOWN }

    /** Whether an element {@code child} may stand directly in an element {@code parent}; qualified names as written. */
    Answer mayContain(String parent, String child);
}
