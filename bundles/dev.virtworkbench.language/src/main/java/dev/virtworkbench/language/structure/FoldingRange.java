package dev.virtworkbench.language.structure;

/**
 * Lines that can be hidden behind their first one.
 *
 * @param startLine the line that stays visible, from 0
 * @param endLine the last line hidden, greater than {@code startLine}
 * @param kind what is folded
 */
public record FoldingRange(int startLine, int endLine, Kind kind) {

    /** What is folded: elements, tags and text, or comments, which editors can fold all at once. */
    public enum Kind { REGION, COMMENT }
}
