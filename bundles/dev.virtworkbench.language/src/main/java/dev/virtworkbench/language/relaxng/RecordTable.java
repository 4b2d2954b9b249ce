package dev.virtworkbench.language.relaxng;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A table of a {@link CompactGrammar}: its records are found by their number, and none is looked at before. */
final class RecordTable {

    private final ByteBuffer bytes;
    private final int size;
    private final int ends;
    private final int first;

    /** @param in stands at the table's begin, and behind its end afterwards */
    RecordTable(ByteBuffer in) {
        bytes = in;
        size = in.getInt();
        ends = in.position();
        first = ends + size * Integer.BYTES;
        in.position(size == 0 ? first : end(size - 1));
    }

    int size() {
        return size;
    }

    private int begin(int record) {
        return record == 0 ? first : end(record - 1);
    }

    private int end(int record) {
        return first + bytes.getInt(ends + record * Integer.BYTES);
    }

    /** How many numbers a record has. */
    int length(int record) {
        return (end(record) - begin(record)) / Integer.BYTES;
    }

    int number(int record, int index) {
        return bytes.getInt(begin(record) + index * Integer.BYTES);
    }

    /** A record that is text. */
    String text(int record) {
        int begin = begin(record);
        return new String(bytes.array(), begin, end(record) - begin, StandardCharsets.UTF_8);
    }
}
