package dev.virtworkbench.engine.images;

import dev.virtworkbench.language.findings.Message;
import java.util.Optional;

/**
 * Whether a disk may become smaller, by what its guest has made of it. The one place for all ways by which one does: {@code qemu-img},
 * libvirt and LVM.
 *
 * @param disk empty where it could not be read
 * @param size bytes that would be left
 */
public record Shrink(Optional<GuestDisk> disk, long size) {

    /** Why it may not; empty if nothing is known that speaks against it. @param object what is cut, as a sentence calls it */
    public Optional<Message> refusal(String object) {
        return disk.flatMap(GuestDisk::needed).filter(needed -> needed > size).map(needed -> message("partitions", object, needed, size));
    }

    /** What to do first. */
    public static Message hint() {
        return message("partitions.hint");
    }

    /** {@link #refusal} with what to do first, where there is no room for a sentence of its own. */
    public Optional<Message> told(String object) {
        return refusal(object).map(why -> message("partitions.told", why));
    }

    /** How much of the disk is needed, as far as anybody can know, as sentences. */
    public Message meaning() {
        return disk.map(found -> switch (found.table()) {
            case LVM -> message("shrink.lvm");
            case NONE -> message("shrink.none");
            case GPT, MBR -> found.needed().map(needed -> message("shrink.needed", needed)).orElseGet(() -> message("shrink.empty"));
        }).orElseGet(() -> message("shrink.unread"));
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(Shrink.class, key, arguments);
    }
}
