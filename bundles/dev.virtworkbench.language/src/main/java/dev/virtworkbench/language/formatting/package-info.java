/**
 * Formatting of a document, a range of it, or a line as it is typed. Only white space outside of text and
 * values is ever changed (and the indentation of lines inside a comment, when the comment moves), so that a
 * document means the same afterwards; what is not well-formed is left as it is, what is sound around it is
 * formatted all the same. Pure functions of an {@link dev.virtworkbench.language.syntax.XmlTree}; they never
 * throw.
 */
package dev.virtworkbench.language.formatting;
