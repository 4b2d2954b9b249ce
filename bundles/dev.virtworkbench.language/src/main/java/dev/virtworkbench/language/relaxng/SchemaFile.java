package dev.virtworkbench.language.relaxng;

import java.util.zip.CRC32;

/**
 * A schema file as it was when it was read.
 *
 * @param name relative to its {@link SchemaSource}'s root
 * @param length in bytes
 * @param checksum CRC-32 of its bytes
 */
record SchemaFile(String name, int length, int checksum) {

    /** Whether these are the bytes that it had. */
    boolean has(byte[] bytes) {
        return bytes.length == length && checksum(bytes, 0, bytes.length) == checksum;
    }

    static SchemaFile of(String name, byte[] bytes) {
        return new SchemaFile(name, bytes.length, checksum(bytes, 0, bytes.length));
    }

    static int checksum(byte[] bytes, int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, to - from);
        return (int) sum.getValue();
    }
}
