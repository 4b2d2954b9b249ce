/**
 * Holds a document against a grammar: one mistake gives one finding, on the token at fault, and the repair that makes sense of
 * the rest of the document is its first fix.
 */
package dev.virtworkbench.language.validation;
