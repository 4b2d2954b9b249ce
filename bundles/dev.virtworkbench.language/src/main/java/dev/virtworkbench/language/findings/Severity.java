package dev.virtworkbench.language.findings;

/** How much a finding weighs; the order and meaning are the LSP's. */
public enum Severity { ERROR, WARNING, INFORMATION, HINT }
