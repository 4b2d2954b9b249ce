package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.Span;

/**
 * Something that a document does not say of the command that it was made of.
 *
 * @param message in words
 * @param span the part of the command that it is about
 */
public record Note(Kind kind, Message message, Span span) {

    /** What a person has to do about it; the most first. */
    public enum Kind {
        /** Something has to be filled in or made before the document can be used. */
        NEEDED,
        /** libvirt does otherwise than the command, or the document says more than the command. */
        DIFFERENT,
        /** A part of the command that the document has no room for. */
        LEFT_OUT
    }
}
