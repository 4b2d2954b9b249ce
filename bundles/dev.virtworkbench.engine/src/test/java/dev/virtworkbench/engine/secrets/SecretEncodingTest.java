package dev.virtworkbench.engine.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretEncodingTest {

    private static byte[] bytes(SecretEncoding encoding, String typed) {
        return encoding.bytes(typed.toCharArray()).orElseThrow();
    }

    @Test
    void textIsItselfToTheLastCharacter() {
        assertArrayEquals(" it's 密\n".getBytes(StandardCharsets.UTF_8), bytes(SecretEncoding.PLAIN, " it's 密\n"));
    }

    @Test
    void base64IsWhatItStandsForWhereverItsLinesEnd() {
        assertArrayEquals(new byte[] {0, (byte) 0xff, 7}, bytes(SecretEncoding.BASE64, "AP8H"));
        assertArrayEquals(new byte[] {0, (byte) 0xff, 7}, bytes(SecretEncoding.BASE64, " AP\n8H\n"));
        assertEquals(Optional.empty(), SecretEncoding.BASE64.bytes("opensesame!".toCharArray()));
    }

    @Test
    void nothingIsNoValue() {
        assertEquals(Optional.empty(), SecretEncoding.PLAIN.bytes(new char[0]));
        assertEquals(Optional.empty(), SecretEncoding.BASE64.bytes("\n".toCharArray()));
    }

    @Test
    void whatWasTypedStays() {
        char[] typed = {'a', 'b'};
        SecretEncoding.PLAIN.bytes(typed);
        assertArrayEquals(new char[] {'a', 'b'}, typed);
    }
}
