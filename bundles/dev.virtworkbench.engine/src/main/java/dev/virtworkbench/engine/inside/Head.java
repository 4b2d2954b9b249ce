package dev.virtworkbench.engine.inside;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The beginning of a file.
 *
 * @param bytes as many as were asked for, or all that there are
 * @param whole whether that is all of it
 */
public record Head(byte[] bytes, boolean whole) {

    private static final int ROW = 16;
    /** A character of UTF-8 that was cut off has at most so many bytes. */
    private static final int CUT_OFF = 3;

    /** As text; empty if it is none in UTF-8. */
    public Optional<String> text() {
        for (byte each : bytes) {
            if (each == 0) {
                return Optional.empty();
            }
        }
        for (int less = 0; less <= (whole ? 0 : CUT_OFF) && less <= bytes.length; less++) {
            try {
                return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, bytes.length - less)).toString());
            } catch (CharacterCodingException e) {
                // with less of its end it may be text
            }
        }
        return Optional.empty();
    }

    /** As {@code hexdump -C} shows it: place, bytes, and those that are ASCII. @param most bytes that are shown */
    public String hex(int most) {
        StringBuilder text = new StringBuilder();
        int end = Math.min(most, bytes.length);
        for (int at = 0; at < end; at += ROW) {
            text.append("%08x ".formatted(at));
            StringBuilder plain = new StringBuilder();
            for (int i = at; i < at + ROW; i++) {
                text.append(i % 8 == 0 ? "  " : " ").append(i < end ? HexFormat.of().toHexDigits(bytes[i]) : "  ");
                if (i < end) {
                    plain.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
                }
            }
            text.append("  |").append(plain).append("|\n");
        }
        return text.toString();
    }
}
