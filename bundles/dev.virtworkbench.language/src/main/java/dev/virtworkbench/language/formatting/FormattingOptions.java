package dev.virtworkbench.language.formatting;

/**
 * How a document is laid out.
 *
 * @param tabSize columns of one step of indentation, and of a tab; 1 to 16, other numbers count as the nearest
 * @param insertSpaces whether a step is written in spaces; else it is a tab
 * @param attributes where line breaks between attributes go
 * @param maxBlankLines how many blank lines in a row are kept, not negative
 * @param insertFinalNewline whether a document without a final line break gets one
 */
public record FormattingOptions(int tabSize, boolean insertSpaces, Attributes attributes, int maxBlankLines,
        boolean insertFinalNewline) {

    /** What becomes of the line breaks inside start tags. */
    public enum Attributes {
        /** They stay where they are; the lines are indented. */
        KEEP,
        /** One attribute a line, where there are several. */
        ONE_A_LINE,
        /** All on the tag's line. */
        ONE_LINE
    }

    /** The layout of libvirt's own documents: two spaces a step. */
    public static final FormattingOptions LIBVIRT = new FormattingOptions(2, true);

    public FormattingOptions {
        tabSize = Math.clamp(tabSize, 1, 16);
        maxBlankLines = Math.max(maxBlankLines, 0);
    }

    /** What every editor tells; the rest as usual. */
    public FormattingOptions(int tabSize, boolean insertSpaces) {
        this(tabSize, insertSpaces, Attributes.KEEP, 1, false);
    }

    /** The white space of one step. */
    String step() {
        return insertSpaces ? " ".repeat(tabSize) : "\t";
    }

    /** White space that reaches to a column. */
    String upTo(int column) {
        return insertSpaces ? " ".repeat(column)
                : "\t".repeat(column / tabSize) + " ".repeat(column % tabSize);
    }

    /** The column behind some white space at a line's start. */
    int column(String indentation) {
        int column = 0;
        for (int i = 0; i < indentation.length(); i++) {
            column += indentation.charAt(i) == '\t' ? tabSize - column % tabSize : 1;
        }
        return column;
    }
}
