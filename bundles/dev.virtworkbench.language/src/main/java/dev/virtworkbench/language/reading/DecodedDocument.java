package dev.virtworkbench.language.reading;

import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Position;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The text of some bytes, what was wrong with them, and all that is needed to write it back the same way. Xerces is asked when its
 * word is first needed, so a document belongs to the thread of the reader it came from.
 */
public final class DecodedDocument {

    private final String text;
    private final Encoding encoding;
    private final List<ReadingProblem> problems;
    private final boolean plain;
    private final Supplier<Optional<Refusal>> xerces;
    private Optional<Refusal> refusal;

    /**
     * @param plain whether each byte is one character, whatever is declared: then only the text is left to judge
     * @param xerces reads the bytes and gives what it has against them
     */
    DecodedDocument(String text, Encoding encoding, List<ReadingProblem> problems, boolean plain,
            Supplier<Optional<Refusal>> xerces) {
        this.text = text;
        this.encoding = encoding;
        this.problems = List.copyOf(problems);
        this.plain = plain;
        this.xerces = xerces;
    }

    /** The text without byte order mark. What could not be decoded is U+FFFD; of a binary file there is no text. */
    public String text() {
        return text;
    }

    public Charset charset() {
        return encoding.charset();
    }

    /** Whether the bytes began with a byte order mark. */
    public boolean byteOrderMark() {
        return encoding.mark().length > 0;
    }

    /** What is wrong with the bytes themselves, in document order. */
    public List<ReadingProblem> problems() {
        return problems;
    }

    public boolean binary() {
        return problems.stream().anyMatch(problem -> problem.code() == ReadingCode.BINARY_CONTENT);
    }

    /** What Xerces, reading the bytes, has to say against the document; empty if it takes it. */
    public Optional<String> xercesSays() {
        return refusal().map(Refusal::words);
    }

    private Optional<Refusal> refusal() {
        if (refusal == null) {
            refusal = xerces.get();
        }
        return refusal;
    }

    /**
     * What is wrong with the bytes, and what only Xerces refuses.
     *
     * @param tree this document's text, parsed; where it says itself what is not well-formed, Xerces' words add nothing
     */
    public List<ReadingProblem> problemsBeyond(XmlTree tree) {
        // On characters alone the tree and Xerces agree, which tests hold on all of libvirt's documents; the question is saved.
        if (plain || !problems.isEmpty() || !tree.wellFormed() || refusal().isEmpty()) {
            return problems;
        }
        int end = place(refusal().get(), tree.lines());
        return List.of(new ReadingProblem(ReadingCode.REFUSED_BY_PARSER, new Span(Math.max(end - 1, 0), end),
                refusal().get().words()));
    }

    /** Xerces names the place behind the last character it read; lines and columns from 1, or -1 if it knows none. */
    private static int place(Refusal refusal, LineIndex lines) {
        return lines.offset(new Position(refusal.line() - 1, Math.max(refusal.column() - 1, 0)));
    }

    /**
     * Another text in this document's encoding, with its byte order mark if it has one.
     *
     * @throws CharacterCodingException if the encoding lacks one of the characters
     */
    public byte[] encode(String newText) throws CharacterCodingException {
        ByteBuffer content = charset().newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(newText));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.remaining() + 4);
        bytes.writeBytes(encoding.mark());
        bytes.write(content.array(), content.arrayOffset() + content.position(), content.remaining());
        return bytes.toByteArray();
    }

    /** Whether writing this document back unchanged gives {@code original} again; only then may it be changed at all. */
    public boolean reproduces(byte[] original) {
        try {
            return Arrays.equals(encode(text), original);
        } catch (CharacterCodingException | UnsupportedOperationException decodesOnly) {
            return false;
        }
    }
}
