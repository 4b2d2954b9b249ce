package dev.virtworkbench.engine.difference;

/** How two documents differ at one place. */
public enum ChangeKind { ADDED, REMOVED, CHANGED }
