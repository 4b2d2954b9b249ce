package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;

/**
 * A word of a command line, as its program would get it.
 *
 * @param text without quotes and backslashes; what only a shell can fill in, as {@code $NAME}, stands as it is written
 * @param span where it is written
 * @param filledIn whether a shell would fill something in
 */
record Word(String text, Span span, boolean filledIn) {

    boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }

    /** A part of this word, told about at its place. */
    Word part(String part) {
        return new Word(part, span, filledIn && (part.contains("$") || part.contains("`") || part.startsWith("~")));
    }
}
