package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.errors.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** What can be done to an image in place. */
public sealed interface ImageChange {

    Operation operation();

    /** The command that does it. */
    QemuImg on(Image image);

    /** What that command may end with. */
    default Set<Integer> ends() {
        return Set.of(0);
    }

    /**
     * Gives it another virtual size.
     *
     * @param size bytes
     * @param shrink whether it may become smaller: what is behind its new end is lost
     * @param preallocation of the bytes that are added, as in {@code falloc}; empty for none
     */
    record Resize(long size, boolean shrink, Optional<String> preallocation) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_RESIZE;
        }

        @Override
        public QemuImg on(Image image) {
            QemuImg command = new QemuImg("resize").open(image).operand(Long.toString(size));
            preallocation.ifPresent(how -> command.option("--preallocation=" + how));
            return shrink ? command.option("--shrink") : command;
        }
    }

    /** Keeps its present state inside it. */
    record MakeSnapshot(String name) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_SNAPSHOT;
        }

        @Override
        public QemuImg on(Image image) {
            return new QemuImg("snapshot").byOptions().option("-c", name).open(image);
        }
    }

    /**
     * Goes back to a state inside it; its present state is lost.
     *
     * @param snapshot its id, or its name
     */
    record Revert(String snapshot) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_REVERT;
        }

        @Override
        public QemuImg on(Image image) {
            return new QemuImg("snapshot").byOptions().option("-a", snapshot).open(image);
        }
    }

    /** Forgets a state inside it. @param snapshot its name: qemu-img takes no id here, and of several of that name the first */
    record DeleteSnapshot(String snapshot) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_SNAPSHOT_DELETE;
        }

        @Override
        public QemuImg on(Image image) {
            return new QemuImg("snapshot").byOptions().option("-d", snapshot).open(image);
        }
    }

    /**
     * Gives it another backing file.
     *
     * @param base what it builds on from now; empty to have it build on nothing: then safe, it has everything itself
     * @param unsafe whether only its header is changed: its old backing file need not be there, and unless the new one has the very
     *        same contents, its data are lost. Otherwise what differs is copied into it first
     */
    record Rebase(Optional<Image> base, boolean unsafe) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_REBASE;
        }

        @Override
        public QemuImg on(Image image) {
            QemuImg command = new QemuImg("rebase").option("-p").open(image);
            // qemu-img names the new base in the header before it writes its tables, unless each write goes through: killed in between it would lose data
            command.option(unsafe ? new String[] {"-u"} : new String[] {"-t", "writethrough"});
            return base.map(below -> command.option("-b", below.path(), "-F", below.format())).orElseGet(() -> command.option("-b", ""));
        }
    }

    /**
     * Tells it where its backing file is now, which is not where its header has it. Refused if it finds what it builds on, or if the
     * file cannot be the lost one; see {@link Images#misfits}. Other images may build on it: without this they cannot be opened either.
     *
     * @param base the lost backing file, as it is found now; whether its contents are the same nobody can tell
     */
    record Relocate(Image base) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_REBASE;
        }

        @Override
        public QemuImg on(Image image) {
            return new Rebase(Optional.of(base), true).on(image);
        }
    }

    /**
     * Writes its data into an image that it builds on.
     *
     * @param base path of that image; empty for the nearest
     * @param keep whether it keeps its own data, too; otherwise it is empty afterwards. They are kept if {@code base} is named
     */
    record Commit(Optional<String> base, boolean keep) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_COMMIT;
        }

        @Override
        public QemuImg on(Image image) {
            QemuImg command = new QemuImg("commit").option("-p").open(image);
            base.ifPresent(path -> command.option("-b", path));
            return keep ? command.option("-d") : command;
        }
    }

    /**
     * Changes options of its format.
     *
     * @param options by name, as {@link FormatOption} describes them
     * @param keys those options that are passphrases, as {@code new-secret}
     */
    record Amend(Map<String, String> options, Map<String, Passphrase> keys) implements ImageChange {

        public Amend {
            options = Map.copyOf(options);
            keys = Map.copyOf(keys);
        }

        @Override
        public Operation operation() {
            return Operation.IMAGE_AMEND;
        }

        @Override
        public QemuImg on(Image image) {
            QemuImg command = new QemuImg("amend").option("-p").open(image);
            Map<String, String> all = new TreeMap<>(options);
            keys.forEach((name, passphrase) -> all.put(name, command.key(passphrase)));
            return command.formatOptions(all);
        }
    }

    /**
     * Does something to a persistent bitmap.
     *
     * @param granularity bytes that one bit stands for, a power of two from 512 on; for {@link BitmapAction#ADD} only
     * @param from the bitmap of the same image that is merged; for {@link BitmapAction#MERGE} only
     */
    record ChangeBitmap(BitmapAction action, String name, OptionalLong granularity, Optional<String> from) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_BITMAP;
        }

        @Override
        public QemuImg on(Image image) {
            QemuImg command = new QemuImg("bitmap").option(action.option());
            from.ifPresent(command::option);
            granularity.ifPresent(bytes -> command.option("-g", Long.toString(bytes)));
            return command.open(image).operand(name);
        }
    }

    /** What is done to a bitmap. */
    enum BitmapAction {
        ADD, REMOVE, CLEAR, ENABLE, DISABLE,
        /** Notes in it what another one has noted. */
        MERGE;

        private String option() {
            return switch (this) {
                case ADD -> "--add";
                case REMOVE -> "--remove";
                case CLEAR -> "--clear";
                case ENABLE -> "--enable";
                case DISABLE -> "--disable";
                case MERGE -> "--merge";
            };
        }
    }

    /**
     * Mends it.
     *
     * @param leaksOnly whether only clusters that take room for nothing are freed, which is harmless; otherwise everything, which may
     *        choose wrongly
     */
    record Repair(boolean leaksOnly) implements ImageChange {

        @Override
        public Operation operation() {
            return Operation.IMAGE_REPAIR;
        }

        @Override
        public QemuImg on(Image image) {
            return new QemuImg("check").option("-r", leaksOnly ? "leaks" : "all").open(image);
        }

        /** With 2 and 3 it is not all well yet, which its next check tells. */
        @Override
        public Set<Integer> ends() {
            return Set.of(0, 2, 3);
        }
    }
}
