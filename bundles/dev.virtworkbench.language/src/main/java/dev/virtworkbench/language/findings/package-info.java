/**
 * What is told about a document: structured {@link dev.virtworkbench.language.findings.Finding}s with their fixes. Words are
 * made last, in the reader's language, by {@link dev.virtworkbench.language.findings.Message}.
 */
package dev.virtworkbench.language.findings;
