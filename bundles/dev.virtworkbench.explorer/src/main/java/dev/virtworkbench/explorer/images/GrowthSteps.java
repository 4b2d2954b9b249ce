package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.images.GuestDisk.Partition;
import dev.virtworkbench.engine.images.GuestDisk.Table;
import dev.virtworkbench.engine.images.GuestDisk.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left to do inside a guest after its disk became larger, by how the guest has divided it. */
final class GrowthSteps {

    /** As far as a table of this kind reaches, with sectors of 512 bytes. */
    private static final long MBR_REACH = 1L << 41;

    private static final Map<Use, String> LINES = Map.of(Use.LINUX, "left.LINUX", Use.LVM, "left.LVM", Use.WINDOWS, "left.WINDOWS");

    private GrowthSteps() { }

    /**
     * In words, a line each.
     *
     * @param disk empty where it could not be read
     * @param size bytes that the disk has now
     */
    static String of(Optional<GuestDisk> disk, long size) {
        List<String> steps = new ArrayList<>();
        if (disk.isEmpty()) {
            steps.add(Texts.get("left.unknown"));
        } else {
            switch (disk.get().table()) {
                case LVM -> steps.add(Texts.get("left.lvm-disk"));
                case NONE -> steps.add(Texts.get("left.none"));
                case GPT, MBR -> disk.get().last().ifPresentOrElse(last -> partition(steps, disk.get(), last, size),
                        () -> steps.add(Texts.get("left.empty")));
            }
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            words.append(steps.size() > 1 ? i + 1 + ". " : "").append(steps.get(i)).append('\n');
        }
        return words.toString().strip();
    }

    private static void partition(List<String> steps, GuestDisk disk, Partition last, long size) {
        if (disk.table() == Table.MBR && size > MBR_REACH) {
            steps.add(Texts.get("left.mbr"));
        }
        Partition grows = last;
        if (last.use() == Use.SWAP || last.use() == Use.RECOVERY) {
            steps.add(Texts.get("left.way." + last.use(), last.number()));
            grows = disk.partitions().size() > 1 ? disk.partitions().get(disk.partitions().size() - 2) : last;
        }
        if (grows.use() != Use.WINDOWS) {
            steps.add(Texts.get(disk.table() == Table.GPT ? "left.growpart.gpt" : "left.growpart", grows.number()));
        }
        steps.add(Texts.get(LINES.getOrDefault(grows.use(), "left.OTHER"), grows.number()));
    }
}
