package dev.virtworkbench.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.storage.PartitionTable.Area;
import java.util.List;
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
        assertEquals("nvme0n1p4", table.nextName());
    }

    @Test
    void whatOthersLieInIsExtended() {
        PartitionTable table = PartitionTable.of("""
                <pool type='disk'><source><device path='/dev/nvme0n1'><freeExtent start='500' end='900'/></device></source></pool>""",
                List.of(partition("nvme0n1p1", "none", 0, 300), partition("nvme0n1p2", "none", 300, 900), partition("nvme0n1p5", "none", 300, 500)));
        assertEquals(List.of(false, true, false, false), table.areas().stream().map(table::extended).toList());
        assertEquals(List.of(false, false, true, true), table.areas().stream().map(table::inside).toList());
    }
}
