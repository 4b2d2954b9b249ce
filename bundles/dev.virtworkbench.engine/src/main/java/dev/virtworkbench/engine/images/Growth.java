package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.images.GuestDisk.Partition;
import dev.virtworkbench.engine.images.GuestDisk.Table;
import dev.virtworkbench.engine.images.GuestDisk.Use;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left to do after a disk became larger: whatever made it so, nothing inside its guest has changed. By how the guest has
 * divided it.
 *
 * @param disk empty where it could not be read
 * @param size bytes that the disk has now
 */
public record Growth(Optional<GuestDisk> disk, long size) {

    /** As far as a table of this kind reaches, with sectors of 512 bytes. */
    private static final long MBR_REACH = 1L << 41;

    private static final Map<Use, String> LINES = Map.of(Use.LINUX, "left.LINUX", Use.LVM, "left.LVM", Use.WINDOWS, "left.WINDOWS");

    /** Where the disk became larger below QEMU: what a domain that runs has to be told first. */
    public static Message whileRunning() {
        return message("left.running");
    }

    /** The steps inside the guest, in their order, each a sentence or two; at least one. */
    public List<Message> steps() {
        if (disk.isEmpty()) {
            return List.of(message("left.unknown"));
        }
        return switch (disk.get().table()) {
            case LVM -> List.of(message("left.lvm-disk"));
            case NONE -> List.of(message("left.none"));
            case GPT, MBR -> disk.get().last().map(last -> ofPartitions(disk.get(), last)).orElseGet(() -> List.of(message("left.empty")));
        };
    }

    private List<Message> ofPartitions(GuestDisk found, Partition last) {
        List<Message> steps = new ArrayList<>();
        if (found.table() == Table.MBR && size > MBR_REACH) {
            steps.add(message("left.mbr"));
        }
        Partition grows = last;
        if (last.use() == Use.SWAP || last.use() == Use.RECOVERY) {
            steps.add(message("left.way." + last.use(), last.number()));
            grows = found.partitions().size() > 1 ? found.partitions().get(found.partitions().size() - 2) : last;
        }
        if (grows.use() != Use.WINDOWS) {
            steps.add(message(found.table() == Table.GPT ? "left.growpart.gpt" : "left.growpart", grows.number()));
        }
        steps.add(message(LINES.getOrDefault(grows.use(), "left.OTHER"), grows.number()));
        return steps;
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(Growth.class, key, arguments);
    }
}
