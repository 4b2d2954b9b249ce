package dev.virtworkbench.language.relaxng;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A grammar as bytes: read from libvirt's files once, and from these in a hundredth of the time afterwards, for of a large
 * schema a document needs little, and only that is taken out of them.
 *
 * <p>The form is for one machine and one version of this program, not for exchange. It holds the checksums of the schema
 * files that the grammar was read from; when one of these has changed, or the form is another's or damaged, it is as if
 * there were none.
 *
 * <p>All numbers are four bytes, the highest first: {@link #FORM}; the CRC-32 of what follows; the schema folder's URI and
 * files (name, length, checksum); the index of the start pattern; then seven tables: strings, name classes, data types, elements,
 * patterns, defines, and the vocabulary. A table is its number of records, where each ends, and the records.
 */
public final class CompactGrammar {

    /** To be raised with every change of the form, or of how {@link PatternTable} simplifies. */
    static final int FORM = 0x56574701;

    private static final int HEADER = 2 * Integer.BYTES;

    private CompactGrammar() { }

    /** What kind of pattern or name class a record holds. */
    enum Kind {
        NOT_ALLOWED, EMPTY, TEXT, CHOICE, INTERLEAVE, GROUP, ONE_OR_MORE, ITEMS, DATA, VALUE, ATTRIBUTE, ELEMENT,
        NAME, NAMESPACE, ANY_NAME, NAMES;

        private static final Kind[] ALL = values();

        static Kind of(int number) {
            return ALL[number];
        }
    }

    /** The grammar as bytes. */
    public static byte[] write(Grammar grammar) {
        CompactWriter writer = new CompactWriter();
        byte[] tables = writer.tables(grammar);
        RecordWriter record = new RecordWriter();
        text(grammar.parts().root().toString(), record);
        record.number(grammar.parts().files().size());
        for (SchemaFile file : grammar.parts().files()) {
            text(file.name(), record);
            record.number(file.length()).number(file.checksum());
        }
        byte[] files = record.toBytes();
        byte[] content = ByteBuffer.allocate(files.length + tables.length).put(files).put(tables).array();
        return ByteBuffer.allocate(HEADER + content.length).putInt(FORM)
                .putInt(SchemaFile.checksum(content, 0, content.length)).put(content).array();
    }

    private static void text(String text, RecordWriter out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.number(bytes.length).bytes(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Takes a grammar out of its bytes.
     *
     * @param source the folder that its schema files are in
     * @return empty if these are not the bytes of the grammar that reading the folder would give
     */
    public static Optional<Grammar> read(byte[] bytes, SchemaSource source) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || in.getInt() != FORM || in.getInt() != SchemaFile.checksum(bytes, HEADER, bytes.length)) {
            return Optional.empty();
        }
        try {
            if (!text(in).equals(source.root().toString())) {
                return Optional.empty();
            }
            List<SchemaFile> files = new ArrayList<>();
            for (int left = in.getInt(); left > 0; left--) {
                files.add(new SchemaFile(text(in), in.getInt(), in.getInt()));
            }
            for (SchemaFile file : files) {
                if (!isUnchanged(file, source)) {
                    return Optional.empty();
                }
            }
            PatternTable table = new PatternTable();
            Grammar grammar = new Grammar(table, new CompactParts(in, table, source.root(), files));
            table.complete();
            return Optional.of(grammar);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException otherForm) {
            // Bytes of a form that was changed without its number: as good as none.
            return Optional.empty();
        }
    }

    private static boolean isUnchanged(SchemaFile file, SchemaSource source) {
        try (InputStream in = source.open(file.name())) {
            return file.has(in.readAllBytes());
        } catch (IOException e) {
            // Whoever reads the schema itself will tell why it cannot be.
            return false;
        }
    }
}
