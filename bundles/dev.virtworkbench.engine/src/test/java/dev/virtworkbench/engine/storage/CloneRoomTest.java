package dev.virtworkbench.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloneRoomTest {

    @Test
    void aSparseFileFitsAndMayRunOutLater() {
        CloneRoom room = CloneRoom.of(volume("raw", 1000, 10), pool("dir", 500));
        assertEquals(new CloneRoom(10, 1000, 500), room);
        assertTrue(room.fits() && room.mayRunOut());
    }

    @Test
    void ofAFileThatTakesWholeBlocksOnlyItsLengthIsCopied() {
        assertEquals(new CloneRoom(1000, 1000, 1000), CloneRoom.of(volume("raw", 1000, 4096), pool("dir", 1000)));
        assertEquals(new CloneRoom(4096, 4096, 5000), CloneRoom.of(volume("qcow2", 1000, 4096), pool("netfs", 5000)));
    }

    @Test
    void aDeviceTakesAllAtOnce() {
        CloneRoom room = CloneRoom.of(volume("", 1000, 10), pool("logical", 500));
        assertFalse(room.fits() || room.mayRunOut());
        assertTrue(CloneRoom.of(volume("", 1000, 1000), pool("disk", 1000)).fits());
    }

    @Test
    void imagesOfCephShareWhatTheyHave() {
        CloneRoom room = CloneRoom.of(volume("raw", 1000, 1000), pool("rbd", 0));
        assertTrue(room.fits() && room.mayRunOut());
    }

    private static VolumeSummary volume(String format, long capacity, long allocation) {
        return new VolumeSummary("disk", "key", "/path", "file", capacity, allocation, format, "", "");
    }

    private static PoolSummary pool(String type, long available) {
        return new PoolSummary(new UUID(0, 0), "pool", type, PoolState.RUNNING, false, true, 10_000, 0, available, "/images");
    }
}
