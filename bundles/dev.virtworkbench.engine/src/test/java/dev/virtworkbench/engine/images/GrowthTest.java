package dev.virtworkbench.engine.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.images.GuestDisk.Boot;
import dev.virtworkbench.engine.images.GuestDisk.Partition;
import dev.virtworkbench.engine.images.GuestDisk.Table;
import dev.virtworkbench.engine.images.GuestDisk.Use;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a guest's partitions mean for a disk that became larger, or shall become smaller. */
class GrowthTest {

    private static final long GIB = 1L << 30;

    private static Optional<GuestDisk> disk(Table table, Use... uses) {
        List<Partition> partitions = new ArrayList<>();
        for (Use use : uses) {
            partitions.add(new Partition(partitions.size() + 1, (partitions.size() + 1) * GIB, use));
        }
        return Optional.of(new GuestDisk(table, partitions, Boot.UNKNOWN));
    }

    /** The commands of the steps, in their order. */
    private static String steps(Optional<GuestDisk> disk, long size) {
        List<Message> steps = new Growth(disk, size).steps();
        for (Message step : steps) {
            assertTrue(step.in(Locale.SIMPLIFIED_CHINESE).codePoints().anyMatch(Character::isIdeographic), step::key);
        }
        return String.join("\n", steps.stream().map(step -> step.in(Locale.ENGLISH)).toList());
    }

    private static void inOrder(String words, String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = words.indexOf(part, from);
            assertTrue(at >= 0, part + " in: " + words);
            from = at + part.length();
        }
    }

    @Test
    void whatEndsLastGrowsFirstThenWhatIsInIt() {
        inOrder(steps(disk(Table.GPT, Use.EFI, Use.LINUX), 4 * GIB), "growpart /dev/vda 2", "sgdisk -e", "resize2fs /dev/vda2");
        inOrder(steps(disk(Table.MBR, Use.LVM), 4 * GIB), "growpart /dev/vda 1", "pvresize /dev/vda1");
        inOrder(steps(disk(Table.MBR, Use.LINUX), 3L << 40), "2 TiB", "growpart /dev/vda 1");
        inOrder(steps(disk(Table.GPT, Use.LINUX, Use.SWAP), 4 * GIB), "Partition 2, which is for swap", "growpart /dev/vda 1");
        inOrder(steps(disk(Table.GPT, Use.WINDOWS, Use.RECOVERY), 4 * GIB), "reagentc", "Extend Volume");
        inOrder(steps(disk(Table.GPT, Use.OTHER), 4 * GIB), "growpart /dev/vda 1", "its own tools");
    }

    @Test
    void withoutPartitionsTheDiskItselfIsWhatGrows() {
        inOrder(steps(disk(Table.LVM), GIB), "pvresize /dev/vda");
        inOrder(steps(disk(Table.NONE), GIB), "resize2fs /dev/vda");
        inOrder(steps(disk(Table.GPT), GIB), "make a partition");
        inOrder(steps(Optional.empty(), GIB), "could not be read");
        assertTrue(Growth.whileRunning().in(Locale.ENGLISH).contains("“While Running > Grow…”"));
    }

    @Test
    void lessThanPartitionsNeedIsRefusedAndWhatNobodyKnowsIsSaid() {
        Optional<GuestDisk> divided = disk(Table.GPT, Use.LINUX, Use.LINUX);
        long needed = 2 * GIB + 33 * 512;
        assertEquals(Optional.empty(), new Shrink(divided, needed).refusal("disk"));
        String refused = new Shrink(divided, needed - 1).told("disk").orElseThrow().in(Locale.ENGLISH);
        assertEquals("the partitions in disk need " + needed + " bytes, and " + (needed - 1)
                + " would be left: make file systems and partitions inside the guest smaller first, or choose a size that they fit into", refused);
        inOrder(new Shrink(divided, needed).meaning().in(Locale.ENGLISH), "need " + needed + " bytes", "for you to know");
        for (Optional<GuestDisk> unknown : List.of(disk(Table.LVM), disk(Table.NONE), disk(Table.MBR), Optional.<GuestDisk>empty())) {
            assertEquals(Optional.empty(), new Shrink(unknown, 1).refusal("disk"));
            assertTrue(new Shrink(unknown, 1).meaning().in(Locale.SIMPLIFIED_CHINESE).codePoints().anyMatch(Character::isIdeographic));
        }
        inOrder(new Shrink(disk(Table.LVM), 1).meaning().in(Locale.ENGLISH), "only LVM inside the guest knows");
        inOrder(new Shrink(disk(Table.NONE), 1).meaning().in(Locale.ENGLISH), "cannot be known");
        inOrder(new Shrink(Optional.empty(), 1).meaning().in(Locale.ENGLISH), "could not be read");
    }
}
