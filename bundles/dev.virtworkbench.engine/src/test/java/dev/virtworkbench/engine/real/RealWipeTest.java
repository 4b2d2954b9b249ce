package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.WipeAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Volumes are overwritten in each way that libvirt has. */
class RealWipeTest extends OnRealHost {

    private static final int SIZE = 64 * 1024;

    private static Path folder;
    private static Pool pool;

    @BeforeAll
    static void makePool() throws IOException {
        PrivateLibvirtd.needs("scrub");
        folder = Files.createDirectory(daemon.folder().resolve("wiped"));
        pool = host.pools().createTransient("<pool type='dir'><name>wiped</name><target><path>" + folder + "</path></target></pool>").await();
    }

    private static Volume volume(String name) throws IOException {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) 0x5A);
        Files.write(folder.resolve(name), bytes);
        pool.refresh().await();
        return pool.volume(name);
    }

    @ParameterizedTest
    @EnumSource(names = "TRIM", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsLeftOfWhatWasInIt(WipeAlgorithm algorithm) throws IOException {
        Volume volume = volume("-" + algorithm + " disk.raw");
        volume.wipe(algorithm).await();
        byte[] now = Files.readAllBytes(folder.resolve("-" + algorithm + " disk.raw"));
        assertEquals(SIZE, now.length);
        int same = 0;
        for (byte each : now) {
            same += each == 0x5A ? 1 : 0;
        }
        assertTrue(same < SIZE / 16, same + " bytes are as they were");
        if (algorithm == WipeAlgorithm.ZERO) {
            assertTrue(Arrays.equals(new byte[SIZE], now));
        }
        volume.delete().await();
    }

    @Test
    void whatTheHostCannotDoFailsInItsWordsAndLeavesTheVolume() throws IOException {
        Volume volume = volume("kept.raw");
        assertFalse(WipeAlgorithm.TRIM.fits("dir"));
        VirtException failure = assertThrows(VirtException.class, () -> volume.wipe(WipeAlgorithm.TRIM).await());
        assertTrue(failure.getMessage().contains("trim"), failure.getMessage());
        assertEquals(0x5A, Files.readAllBytes(folder.resolve("kept.raw"))[0]);
    }
}
