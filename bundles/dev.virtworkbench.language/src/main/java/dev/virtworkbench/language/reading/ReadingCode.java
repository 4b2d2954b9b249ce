package dev.virtworkbench.language.reading;

import java.util.Locale;

/** What can be wrong with the bytes of a document, though its text may be well-formed. */
public enum ReadingCode {
    /** Not text at all. Arguments: the first byte that no text has, as 0xNN, the characters before it. */
    BINARY_CONTENT,
    /** The XML declaration names an encoding that does not exist. Arguments: its name. */
    UNKNOWN_ENCODING,
    /** The declaration names another encoding than the file is in. Arguments: its name, the name of the true one. */
    CONTRADICTING_ENCODING,
    /** Bytes that mean nothing in the document's encoding. Arguments: the bytes as 0xNN…, the name of the encoding. */
    MALFORMED_BYTES,
    /** Xerces refuses the document for a reason of its own. Arguments: its words. */
    REFUSED_BY_PARSER;

    /** The stable name that people and programs see, as in {@code malformed-bytes}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
