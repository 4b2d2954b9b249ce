package dev.virtworkbench.engine.secrets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** How a person states a secret's value: the two ways of {@code virsh secret-set-value}. */
public enum SecretEncoding {
    /** The bytes are the UTF-8 of what was typed, to the last character, as with {@code --plain}. */
    PLAIN,
    /** What was typed is the Base64 (RFC 4648) of the bytes; white space in it does not count, as keys are copied with line ends. */
    BASE64;

    /**
     * The secrets of that kind usually come so: the keys of Ceph are handed out in Base64, and libvirt encodes their bytes again.
     *
     * @param type as in {@link SecretSummary#type()}
     */
    public static SecretEncoding usual(String type) {
        return type.equals("ceph") ? BASE64 : PLAIN;
    }

    /**
     * The value that was stated. From any thread.
     *
     * @param typed stays as it is: whoever has it overwrites it
     * @return the bytes, for {@link Secrets#setValue}; empty if nothing was typed, or no Base64
     */
    public Optional<byte[]> bytes(char[] typed) {
        byte[] text = utf8(typed);
        if (this == PLAIN) {
            return text.length == 0 ? Optional.empty() : Optional.of(text);
        }
        byte[] digits = withoutWhiteSpace(text);
        try {
            return digits.length == 0 ? Optional.empty() : Optional.of(Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(digits, (byte) 0);
        }
    }

    /** Not through a string, which nobody could overwrite. */
    private static byte[] utf8(char[] typed) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static byte[] withoutWhiteSpace(byte[] text) {
        byte[] kept = new byte[text.length];
        int count = 0;
        for (byte each : text) {
            if (!Character.isWhitespace(each)) {
                kept[count++] = each;
            }
        }
        byte[] digits = Arrays.copyOf(kept, count);
        Arrays.fill(kept, (byte) 0);
        return digits;
    }
}
