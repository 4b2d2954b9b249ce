package dev.virtworkbench.language.syntax;

/**
 * A half-open range of UTF-16 offsets in a document's text: {@code start} is in it, {@code end} is not.
 *
 * @param start first offset, at least 0
 * @param end offset behind the last, at least {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
    }

    /** An empty span: a place between two characters. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Whether the character behind {@code offset} lies in this span. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** Whether a cursor at {@code offset} touches this span, its two ends included. */
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    /** The characters of this span in {@code text}. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
