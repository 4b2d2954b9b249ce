package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;

/**
 * One occurrence of what the cursor is on.
 *
 * @param span the name or value, without quotes
 * @param kind what it does there
 */
public record Highlight(Span span, Kind kind) {

    /** A tag's name; a value that gives something its name; a value that refers to it. */
    public enum Kind { NAME, DEFINITION, USE }
}
