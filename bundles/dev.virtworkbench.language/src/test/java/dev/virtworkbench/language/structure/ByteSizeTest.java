package dev.virtworkbench.language.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "1048576, KiB, 1 GiB, true",
        "1048576, k, 1 GiB, true",
        "1048576, '', 1 GiB, true",
        "10737418240, bytes, 10 GiB, true",
        "10737418240, B, 10 GiB, true",
        "10, GB, 9.31 GiB, false",
        "1536, MiB, 1.5 GiB, true",
        "1048575, KiB, 1 GiB, false",
        "1023, b, 1023 bytes, true",
        "0, KiB, 0 bytes, true",
        "18446744073709551615, '', 16384 EiB, false",
        "7, eib, 7 EiB, true"})
    void readsLikeLibvirt(String number, String unit, String text, boolean exact) {
        assertEquals(new ByteSize.Readable(text, exact),
                ByteSize.read(number, unit, ByteSize.KIB).orElseThrow().readable());
    }

    @Test
    void refusesWhatLibvirtRefuses() {
        for (String unit : new String[] {"KiBi", "x", "kbit", "Gi", "byte s"}) {
            assertTrue(ByteSize.read("1", unit, ByteSize.BYTE).isEmpty(), unit);
        }
        for (String number : new String[] {"", "-1", "1.5", "1G", "ten"}) {
            assertTrue(ByteSize.read(number, "KiB", ByteSize.BYTE).isEmpty(), number);
        }
    }
}
