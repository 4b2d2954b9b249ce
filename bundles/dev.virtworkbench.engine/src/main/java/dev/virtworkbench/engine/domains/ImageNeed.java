package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.language.findings.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody's need of an image or volume, for which something is not done to it; and the safe way to the same end, by the names that
 * the workbench has for it. The one place for whatever writes to images: {@code qemu-img}, libvirt and LVM.
 *
 * @param image its path, or what else a sentence calls it: a {@link Message} as in “volume “disk””
 * @param by the domain; of a {@link Kind#CHILD} the path of the image that builds on it, of {@link Kind#LOCKED} what QEMU says
 * @param disk that domain's, as in {@code vda}; otherwise empty
 */
public record ImageNeed(Kind kind, Object image, Object by, String disk) {

    /** What somebody needs it for. */
    public enum Kind {
        /** A running domain has it for a disk. */
        RUNNING,
        /** A running domain reads it, as one of its disks builds on it. */
        RUNNING_BELOW,
        /** A running domain writes to what shall be read as a whole. */
        WRITING,
        /** A domain that is shut off has it for a disk. */
        DISK,
        /** A disk of a domain that is shut off builds on it. */
        BELOW,
        /** An image builds on it, or has its data in it. */
        CHILD,
        /** QEMU, or another of its programs, has it open and locked. */
        LOCKED
    }

    private static final String OTHERWISE = "OTHERWISE";

    /** What is wanted, for those operations that have a way of their own. */
    private static final Map<Operation, String> WANTED = Map.ofEntries(Map.entry(Operation.IMAGE_RESIZE, "SIZE"), Map.entry(Operation.VOLUME_RESIZE, "SIZE"),
            Map.entry(Operation.LOGICAL_RESIZE, "SIZE"), Map.entry(Operation.IMAGE_COMMIT, "COMMIT"), Map.entry(Operation.IMAGE_REBASE, "REBASE"),
            Map.entry(Operation.IMAGE_SNAPSHOT, "SNAPSHOT"), Map.entry(Operation.IMAGE_REVERT, "REVERT"), Map.entry(Operation.LOGICAL_REVERT, "OFF"),
            Map.entry(Operation.IMAGE_SNAPSHOT_DELETE, "SNAPSHOT_DELETE"), Map.entry(Operation.IMAGE_BITMAP, "BITMAP"),
            Map.entry(Operation.IMAGE_CREATE, "NEW"), Map.entry(Operation.IMAGE_CONVERT, "NEW"), Map.entry(Operation.IMAGE_COPY, "NEW"),
            Map.entry(Operation.VOLUME_WIPE, "DETACH"), Map.entry(Operation.VOLUME_UPLOAD, "DETACH"), Map.entry(Operation.VOLUME_DELETE, "DETACH"),
            Map.entry(Operation.LOGICAL_RENAME, "DETACH"));

    /** The words that there are, beside {@code OTHERWISE} of each kind. */
    private static final Map<Kind, Set<String>> WORDED = Map.of(
            Kind.RUNNING, Set.of("SIZE", "COMMIT", "REBASE", "SNAPSHOT", "REVERT", "SNAPSHOT_DELETE", "BITMAP", "NEW", "OFF", "DETACH"),
            Kind.RUNNING_BELOW, Set.of("SIZE", "COMMIT", "NEW"), Kind.DISK, Set.of("SIZE", "COMMIT", "NEW"), Kind.BELOW, Set.of("SIZE", "NEW"),
            Kind.CHILD, Set.of("SIZE", "NEW"));

    /** By one of a host's domains. */
    public static ImageNeed of(Object image, ImageUse.ByDomain user) {
        Kind kind = user.running() ? user.directly() ? Kind.RUNNING : Kind.RUNNING_BELOW : user.directly() ? Kind.DISK : Kind.BELOW;
        return new ImageNeed(kind, image, user.domain(), user.target());
    }

    /** A volume, as sentences call it. */
    public static Message volume(String name) {
        return message("need.volume", name);
    }

    /** Who needs it for what, as a part of a sentence. */
    public Message why() {
        return message("need." + kind, image, by, disk);
    }

    /** What to do instead, or first, as a part of a sentence. */
    public Message instead(Operation operation) {
        String wanted = WANTED.getOrDefault(operation, OTHERWISE);
        return message("way." + kind + "." + (WORDED.getOrDefault(kind, Set.of()).contains(wanted) ? wanted : OTHERWISE), image, by, disk);
    }

    /** Both, where there is no room for a sentence of its own. */
    public Message told(Operation operation) {
        return message("need.told", why(), instead(operation));
    }

    /** What to do instead, or first, about all of them, as a sentence. @param needs at least one */
    public static Message advice(Operation operation, List<ImageNeed> needs) {
        // different needs may have the same words
        Map<String, Message> ways = new LinkedHashMap<>();
        needs.stream().map(need -> need.instead(operation)).forEach(way -> ways.putIfAbsent(way.in(Locale.ENGLISH), way));
        return ways.values().stream().reduce((some, next) -> message("need.ways", some, next)).map(all -> message("need.advice", all)).orElseThrow();
    }

    /** The keys of all words. */
    static Set<String> keys() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.concat(Stream.of(OTHERWISE), WORDED.getOrDefault(kind, Set.of()).stream())
                .map(wanted -> "way." + kind + "." + wanted)).collect(Collectors.toSet());
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(ImageNeed.class, key, arguments);
    }
}
