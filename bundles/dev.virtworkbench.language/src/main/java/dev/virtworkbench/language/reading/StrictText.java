package dev.virtworkbench.language.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes decoded without looking away.
 *
 * @param text with U+FFFD for each malformed sequence
 * @param malformed the first of them; null if there is none
 */
record StrictText(String text, Malformed malformed) {

    private static final char MALFORMED = '\uFFFD';

    /**
     * @param offset of its U+FFFD in the text, in UTF-16 units
     * @param bytes as 0xNN, with blanks between them
     */
    record Malformed(int offset, String bytes) {
    }

    /** @param skip how many bytes at the start do not belong to the text */
    static StrictText of(byte[] document, int skip, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(document, skip, document.length - skip, charset);
            if (text.indexOf(MALFORMED) < 0) {
                return new StrictText(text, null);
            }
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(document, skip, document.length - skip);
        // One replacement can stand for a single byte that the decoder has not counted.
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 16);
        Malformed first = null;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                decoder.flush(out);
                return new StrictText(out.flip().toString(), first);
            }
            if (first == null) {
                first = new Malformed(out.position(), hex(in, result.length()));
            }
            in.position(in.position() + result.length());
            out.put(MALFORMED);
        }
    }

    private static String hex(ByteBuffer in, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            hex.append(i == 0 ? "" : " ").append("0x%02X".formatted(in.get(in.position() + i)));
        }
        return hex.toString();
    }
}
