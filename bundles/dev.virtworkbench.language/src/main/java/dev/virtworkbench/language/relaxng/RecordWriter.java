package dev.virtworkbench.language.relaxng;

import java.io.ByteArrayOutputStream;

/** Puts numbers and bytes behind each other as a {@link CompactGrammar} has them. */
final class RecordWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RecordWriter number(int number) {
        out.write(number >>> 24);
        out.write(number >>> 16);
        out.write(number >>> 8);
        out.write(number);
        return this;
    }

    RecordWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
