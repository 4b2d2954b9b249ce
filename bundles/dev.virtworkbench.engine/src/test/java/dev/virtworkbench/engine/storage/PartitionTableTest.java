package dev.virtworkbench.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.storage.PartitionTable.Area;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartitionTableTest {

    private static String partition(String name, String type, long start, long end) {
        return "<volume type='block'><name>" + name + "</name><source><device path='/dev/nvme0n1'><extent start='" + start + "' end='" + end
                + "'/></device></source><target><format type='" + type + "'/></target></volume>";
    }

    @Test
    void partitionsAndWhatIsFreeStandInTheirOrderOnTheDisk() {
        PartitionTable table = PartitionTable.of("""
                <pool type='disk'><source><device path='/dev/nvme0n1' part_separator='yes'>
                <freeExtent start='900' end='1000'/><freeExtent start='100' end='200'/></device><format type='dos'/></source></pool>""",
                List.of(partition("nvme0n1p5", "linux", 310, 500), partition("nvme0n1p2", "extended", 300, 900),
                        partition("nvme0n1p1", "linux", 200, 300)));
        assertEquals("100-200 free, 200-300 nvme0n1p1, 300-900 nvme0n1p2, 310-500 nvme0n1p5, 900-1000 free", table.areas().stream()
                .map(area -> area.start() + "-" + area.end() + " " + area.volume().orElse("free")).collect(Collectors.joining(", ")));
        assertEquals("dos", table.label());
        assertEquals(100, table.areas().getFirst().size());
        assertEquals(List.of("", "linux", "extended", "linux", ""), table.areas().stream().map(Area::type).toList());
        assertEquals(Optional.of("nvme0n1p3"), table.nextName());
    }

    @Test
    void whatOthersLieInIsExtended() {
        PartitionTable table = PartitionTable.of("""
                <pool type='disk'><source><device path='/dev/nvme0n1'><freeExtent start='500' end='900'/></device></source></pool>""",
                List.of(partition("nvme0n1p1", "none", 0, 300), partition("nvme0n1p2", "none", 300, 900), partition("nvme0n1p5", "none", 300, 500)));
        assertEquals(List.of(false, true, false, false), table.areas().stream().map(table::extended).toList());
        assertEquals(List.of(false, false, true, true), table.areas().stream().map(table::inside).toList());
    }

    @Test
    void theNextPartitionHasTheLowestNumberThatIsFree() {
        assertEquals(Optional.of("sda1"), next("/dev/sda"));
        assertEquals(Optional.of("loop0p1"), next("/dev/loop0"));
        assertEquals(Optional.of("sda1"), next("/dev/sda", "sda2"));
        assertEquals(Optional.of("sda5"), next("/dev/sda", "sda1", "sda2", "sda3", "sda4"));
        assertEquals(Optional.of("sda6"), next("/dev/sda", "sda1", "sda2", "sda3", "sda4", "sda5"));
        assertEquals(Optional.of("nvme0n1p3"), next("/dev/disk/by-id/nvme-a-disk", "nvme0n1p1", "nvme0n1p2"));
    }

    @Test
    void whereAnEmptyDisksLinkLeadsOnlyItsHostKnows() {
        assertEquals(Optional.empty(), next("/dev/disk/by-id/ata-a-disk"));
        assertEquals(Optional.empty(), next("/dev/mapper/mpatha"));
        assertEquals(Optional.empty(), next(""));
    }

    private static Optional<String> next(String device, String... partitions) {
        return new PartitionTable(device, "dos", Arrays.stream(partitions).map(name -> new Area(0, 1, Optional.of(name), "linux")).toList()).nextName();
    }
}
