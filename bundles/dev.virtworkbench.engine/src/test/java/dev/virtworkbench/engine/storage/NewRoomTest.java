package dev.virtworkbench.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewRoomTest {

    @Test
    void aRawFileTakesWhatIsAskedForAndOtherFormatsGrow() {
        assertEquals(1024, NewRoom.of(document("1", "raw", ""), pool("dir")).takes());
        assertEquals(1024, NewRoom.of("<volume><name>new</name><capacity unit='KiB'>1</capacity></volume>", pool("fs")).takes());
        assertEquals(0, NewRoom.of(document("1", "raw", "<allocation>0</allocation>"), pool("dir")).takes());
        assertEquals(0, NewRoom.of(document("1", "qcow2", ""), pool("netfs")).takes());
        assertTrue(NewRoom.of(document("1", "qcow2", ""), pool("dir")).mayRunOut());
        assertFalse(NewRoom.of(document("1", "raw", ""), pool("dir")).fits());
    }

    @Test
    void aLogicalVolumeTakesItsSizeAndOfOtherPoolsNothingIsKnown() {
        assertEquals(1024, NewRoom.of(document("1", "", ""), pool("logical")).takes());
        assertEquals(0, NewRoom.of(document("1", "", ""), pool("disk")).takes());
        assertEquals(0, NewRoom.of(document("1", "raw", ""), pool("rbd")).takes());
        PoolSummary stopped = new PoolSummary(new UUID(0, 0), "pool", "dir", PoolState.INACTIVE, false, true, 0, 0, 0, "/images");
        assertTrue(NewRoom.of(document("1", "raw", ""), stopped).fits());
    }

    @Test
    void aCopyTakesWhatTheOriginalHasUnlessAllIsAskedFor() {
        VolumeSummary sparse = volume("raw", 2048, 600);
        assertEquals(600, NewRoom.of(document("1", "qcow2", ""), sparse, pool("dir")).takes());
        assertEquals(600, NewRoom.of(document("1", "raw", "<allocation>0</allocation>"), sparse, pool("dir")).takes());
        assertEquals(2048, NewRoom.of(document("1", "raw", ""), sparse, pool("dir")).takes(), "it is no smaller than the original");
        assertEquals(700, NewRoom.of(document("1", "raw", ""), volume("qcow2", 2048, 700), pool("dir")).takes(), "qemu-img allocates nothing");
        assertEquals(2048, NewRoom.of(document("1", "", ""), sparse, pool("logical")).takes());
    }

    @Test
    void howMuchOfAFullRawOneIsZeroesNobodyKnows() {
        assertEquals(0, NewRoom.of(document("1", "qcow2", ""), volume("raw", 2048, 2048), pool("dir")).takes());
        assertEquals(3000, NewRoom.of(document("1", "qcow2", ""), volume("qcow2", 2048, 3000), pool("dir")).takes());
    }

    private static String document(String kibibytes, String format, String allocation) {
        String target = format.isEmpty() ? "" : "<target><format type='" + format + "'/></target>";
        return "<volume><name>new</name><capacity unit='KiB'>" + kibibytes + "</capacity>" + allocation + target + "</volume>";
    }

    private static VolumeSummary volume(String format, long capacity, long allocation) {
        return new VolumeSummary("disk", "key", "/path", "file", capacity, allocation, format, "", "");
    }

    private static PoolSummary pool(String type) {
        return new PoolSummary(new UUID(0, 0), "pool", type, PoolState.RUNNING, false, true, 10_000, 0, 500, "/images");
    }
}
