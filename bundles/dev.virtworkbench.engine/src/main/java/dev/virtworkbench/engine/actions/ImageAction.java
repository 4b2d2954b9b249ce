package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be done to image files by a host's {@code qemu-img} and {@code guestfish}. Which format can what is QEMU's, by what its drivers implement. */
public enum ImageAction {
    INFO,
    /** Looks at systems, file systems and files in it. */
    INSIDE,
    /** Shows where its data are. */
    MAP,
    CHECK, COMPARE, CONVERT,
    /** Makes an image that builds on it. */
    OVERLAY,
    RESIZE, SNAPSHOTS,
    /** What notes which parts change, for backups. */
    BITMAPS,
    /** Changes options of its format. */
    AMEND, COMMIT,
    /** Copies into it all that it needs from below: it builds on nothing afterwards. */
    FLATTEN,
    REBASE,
    /** Tells it where the backing file is now that it does not find any more. */
    RELOCATE;

    private static final Set<ImageAction> ON_ANOTHER = EnumSet.of(COMMIT, FLATTEN, RELOCATE);
    private static final Set<String> FILE_POOLS = Set.of("dir", "fs", "netfs");
    private static final Set<String> UNCHECKED = Set.of("raw", "qcow", "vpc", "luks");
    private static final Set<String> RESIZED = Set.of("raw", "qcow2", "qed", "luks");
    private static final Set<String> AMENDED = Set.of("qcow2", "luks");
    private static final Set<String> REBASED = Set.of("qcow2", "qed");
    private static final Set<String> BUILDING = Set.of("qcow2", "qed", "qcow", "vmdk");

    /** Whether volumes of pools of that type are image files. */
    public static boolean onFilesOf(PoolSummary pool) {
        return FILE_POOLS.contains(pool.type());
    }

    /** Why nothing of this can be done to a volume; empty if it can. */
    public static Optional<Message> impossible(Images images, PoolSummary pool, VolumeSummary volume) {
        if (!images.possible()) {
            return Optional.of(message("image.no-programs"));
        }
        if (!onFilesOf(pool)) {
            return Optional.of(message("image.no-files", pool.type()));
        }
        if (!pool.state().active() || volume.path().isEmpty()) {
            return Optional.of(message("image.unknown"));
        }
        return volume.type().equals("dir") ? Optional.of(message("image.folder")) : Optional.empty();
    }

    /** Why it cannot be done to images of that format; empty if it can. */
    public Optional<Message> impossible(String format) {
        boolean possible = switch (this) {
            case INFO, INSIDE, MAP, CONVERT, OVERLAY, COMPARE -> true;
            case CHECK -> !UNCHECKED.contains(format);
            case RESIZE -> RESIZED.contains(format);
            case SNAPSHOTS, BITMAPS -> format.equals("qcow2");
            case AMEND -> AMENDED.contains(format);
            case REBASE, FLATTEN, RELOCATE -> REBASED.contains(format);
            case COMMIT -> BUILDING.contains(format);
        };
        return possible ? Optional.empty() : Optional.of(message("image.not." + this, format));
    }

    /** Why it cannot be done to an image that builds on no other; empty if it can. */
    public Optional<Message> impossibleAlone() {
        return ON_ANOTHER.contains(this) ? Optional.of(message("image.alone")) : Optional.empty();
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(ImageAction.class, key, arguments);
    }
}
