package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;

/**
 * A run of characters in one colour. It stays on one line and contains no delimiters.
 *
 * @param span where it stands; never empty
 * @param type what it is
 */
public record SemanticToken(Span span, Type type) {

    /** What is told apart. */
    public enum Type {
        /** The prefix of a name, before its colon. */
        PREFIX,
        /** An element's name, in its start or end tag. */
        TAG,
        /** An attribute's name. */
        ATTRIBUTE,
        /** A value in words, of an attribute or a leaf element. */
        VALUE,
        /** A value that is a number. */
        NUMBER,
        /** The value of {@code unit}. */
        UNIT,
        /** A character or entity reference in text or a value. */
        REFERENCE,
        /** A comment with its delimiters. */
        COMMENT,
        /** The XML declaration, a processing instruction or a DOCTYPE. */
        INSTRUCTION
    }
}
