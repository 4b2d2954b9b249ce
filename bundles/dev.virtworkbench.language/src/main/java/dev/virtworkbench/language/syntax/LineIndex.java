package dev.virtworkbench.language.syntax;

import java.util.Arrays;

/** Turns offsets of a text into lines and columns and back. A line ends at CR LF, LF or CR, as in the LSP. */
public final class LineIndex {

    private final int length;
    private final int[] starts;
    private final int[] ends;

    public LineIndex(String text) {
        length = text.length();
        int[] from = new int[length / 24 + 16];
        int[] to = new int[from.length];
        int lines = 0;
        int start = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                continue;
            }
            if (lines + 1 >= from.length) {
                from = Arrays.copyOf(from, lines * 2 + 2);
                to = Arrays.copyOf(to, lines * 2 + 2);
            }
            from[lines] = start;
            to[lines++] = i;
            if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                i++;
            }
            start = i + 1;
        }
        starts = Arrays.copyOf(from, lines + 1);
        ends = Arrays.copyOf(to, lines + 1);
        starts[lines] = start;
        ends[lines] = length;
    }

    public int lineCount() {
        return starts.length;
    }

    /** Offset of the first character of {@code line} (from 0). */
    public int lineStart(int line) {
        return starts[line];
    }

    /** Offset behind the last character of {@code line}, before its line break. */
    public int lineEnd(int line) {
        return ends[line];
    }

    /** The line an offset stands on; offsets outside the text count as its nearest end. */
    public int line(int offset) {
        int at = Arrays.binarySearch(starts, Math.clamp(offset, 0, length));
        return at >= 0 ? at : -at - 2;
    }

    public Position position(int offset) {
        int line = line(offset);
        return new Position(line, Math.clamp(offset, 0, length) - starts[line]);
    }

    /** The offset of a position; one outside the text is moved to the nearest place in it, as the LSP asks. */
    public int offset(Position position) {
        if (position.line() < 0) {
            return 0;
        }
        if (position.line() >= starts.length) {
            return length;
        }
        int line = position.line();
        return Math.min(starts[line] + Math.max(position.character(), 0), ends[line]);
    }
}
