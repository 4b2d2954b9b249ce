package dev.virtworkbench.engine.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to guestfish, and what its answers are taken for. */
class FishTest {

    @Test
    void wordsAreQuotedSoThatNothingInThemIsACommand() {
        assertEquals("\"it's \\\"q\\\" \\\\ $x | !ls # -a\"", Fish.quoted("it's \"q\" \\ $x | !ls # -a"));
        assertEquals("\"a\\x0ab\\x09\\x7f\u00ff\"", Fish.quoted("a\nb\t\u007f\u00ff"));
    }

    @Test
    void structuresAreReadOneByOne() {
        assertEquals(List.of(Map.of("a", 1L, "b", -1L), Map.of("a", 2L)), Structures.in("[0] = {\n  a: 1\n  b: -1\n}\n[1] = {\n  a: 2\n}\n"));
        assertEquals(List.of(Map.of("a", 1L, "b", 2L)), Structures.in("a: 1\nb: 2\n"));
        assertEquals(List.of(), Structures.in(""));
    }

    @ParameterizedTest
    @CsvSource({"0100644, -rw-r--r--", "0104755, -rwsr-xr-x", "0104655, -rwSr-xr-x", "041777, drwxrwxrwt", "0120777, lrwxrwxrwx", "020660, crw-rw----",
            "0102745, -rwxr-Sr-x", "0141000, s--------T"})
    void modesAreWrittenAsLsDoes(String octal, String text) {
        int mode = Integer.parseInt(octal, 8);
        assertEquals(text, new Entry(GuestPath.root("/dev/sda1").child("x"), Entry.Type.of(mode), mode & 07777, 0, 0, 0, Instant.EPOCH, Optional.empty())
                .modeText());
    }

    @Test
    void textIsToldFromBytesAlsoWhereItWasCutOff() {
        byte[] text = "线索\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.of("线索\n"), new Head(text, true).text());
        assertEquals(Optional.of("线"), new Head(Arrays.copyOf(text, 5), false).text());
        assertEquals(Optional.empty(), new Head(Arrays.copyOf(text, 5), true).text());
        assertEquals(Optional.empty(), new Head(new byte[] {'a', 0}, true).text());
        assertEquals(Optional.of(""), new Head(new byte[0], true).text());
    }

    @Test
    void namesStayBytesAndAreShownAsFarAsTheyAreText() {
        GuestPath path = GuestPath.root("/dev/sda1").child("bad\u00ff").child("\u00e7\u00ba\u00bf");
        assertEquals("/bad\u00ff/\u00e7\u00ba\u00bf", path.bytes());
        assertEquals("/bad\ufffd/线", path.shown());
        assertEquals("线", path.shownName());
        assertTrue(GuestPath.root("/dev/sda1").isRoot());
    }
}
