package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file that is written as a whole or not at all. It is made in a folder of its own, made exclusively beside its place, so that
 * formats of several files find each other by name; there it is checked; then it is moved into place, where it replaces nothing
 * unless that was said. What it replaces hands down owner, mode and security label. However it ends, the folder is gone.
 */
final class NewFile {

    private final Programs programs;
    /** What must not be left half done when the job is cancelled. */
    private final Programs steadfast;
    private final String path;
    /** What it replaces; empty if it is new. */
    private final Optional<Attributes> old;

    /**
     * Looks at its place.
     *
     * @param replace whether a file that is there may be replaced; otherwise, and if it is no file, the job fails
     */
    NewFile(Programs programs, String path, boolean replace) {
        this.programs = programs;
        this.steadfast = programs.steadfast();
        Optional<Attributes> there = attributes(path);
        if (there.isPresent() && !replace) {
            throw exists(path);
        }
        // a link stays: what it leads to is replaced
        this.path = there.isPresent() ? steadfast.run("readlink", "-f", "-n", "--", path) : path;
        this.old = there.isPresent() ? attributes(this.path) : there;
        if (old.isPresent() && !old.get().file()) {
            throw programs.failure(Message.of(NewFile.class, "no-file", this.path), Message.of(NewFile.class, "no-file.hint"));
        }
    }

    /** Whether it replaces one. */
    boolean replaces() {
        return old.isPresent();
    }

    /**
     * Writes it.
     *
     * @param room bytes that it takes
     * @param beside a further file that the same command makes at its very place; it is never replaced
     * @param write makes it at the path it is given, and checks it
     * @param several whether the command may make more files than that, beside it
     * @param last runs right before it is moved into place; throws to have it not moved
     */
    void write(long room, Optional<String> beside, Consumer<String> write, boolean several, Runnable last) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        String name = path.substring(slash + 1);
        new Room(steadfast).require(folder, room);
        String made = withoutLineFeed(steadfast.run("mktemp", "-d", "--", folder + ".virt-workbench-XXXXXXXXXX"));
        List<String> placed = new ArrayList<>();
        try {
            if (beside.isPresent()) {
                steadfast.run("truncate", "-s", "0", "--", made + "/beside");
                move(made + "/beside", beside.get(), false);
                placed.add(beside.get());
            }
            write.accept(made + "/" + name);
            old.ifPresent(attributes -> dress(made + "/" + name, attributes));
            programs.task().stopIfCancelled();
            last.run();
            for (String part : several ? parts(made) : List.of(name)) {
                if (!part.equals(name)) {
                    move(made + "/" + part, folder + part, false);
                    placed.add(folder + part);
                }
            }
            move(made + "/" + name, path, replaces());
            placed.clear();
        } catch (RuntimeException e) {
            try {
                clear(Programs.words(List.of(made), placed));
            } catch (RuntimeException left) {
                // why it failed says more than that something was left, which its folder's name tells
                e.addSuppressed(left);
                throw withLeftover(e, made);
            }
            throw e;
        }
        clear(List.of(made));
    }

    private RuntimeException withLeftover(RuntimeException why, String made) {
        Message told = why instanceof VirtException failure ? failure.why() : Message.of(NewFile.class, "stopped");
        return VirtException.of(programs.operation(), programs.object(), Message.of(NewFile.class, "left", told, made),
                Message.of(NewFile.class, "left.hint"), why);
    }

    /** What is there under that name, be it a link that leads nowhere. */
    private Optional<Attributes> attributes(String file) {
        return Attributes.of(steadfast.run(Attributes.command(file), Set.of(0, 1)).output());
    }

    private List<String> parts(String made) {
        return Arrays.stream(steadfast.run("find", made, "-mindepth", "1", "-maxdepth", "1", "-printf", "%f\\0").split("\0"))
                .filter(part -> !part.isEmpty()).sorted().toList();
    }

    /** One step of the kernel's: whatever is made there meanwhile is either replaced as agreed, or the reason to fail. */
    private void move(String from, String to, boolean over) {
        if (over) {
            // what has not reached the disk could be lost with the power, and what it replaced is gone
            steadfast.run("sync", "--", from);
            steadfast.run("mv", "-f", "-T", "--", from, to);
        } else {
            steadfast.run(List.of("mv", "-n", "-T", "--", from, to), Set.of(0, 1));
            if (attributes(from).isPresent()) {
                throw exists(to);
            }
        }
    }

    private void dress(String file, Attributes wanted) {
        Attributes now = attributes(file).orElseThrow();
        if (!now.owner().equals(wanted.owner())) {
            steadfast.run("chown", "--", wanted.owner(), file);
        }
        // after the owner: giving a file away takes special bits
        if (!attributes(file).orElseThrow().mode().equals(wanted.mode())) {
            steadfast.run("chmod", "--", wanted.mode(), file);
        }
        if (!now.label().equals(wanted.label())) {
            steadfast.run("chcon", "--", wanted.label(), file);
        }
    }

    private void clear(List<String> all) {
        steadfast.run(Programs.words(List.of("rm", "-r", "-f", "--"), all), Set.of(0));
    }

    private RuntimeException exists(String file) {
        return programs.failure(Message.of(NewFile.class, "exists", file), Message.of(NewFile.class, "exists.hint"));
    }

    private static String withoutLineFeed(String output) {
        return output.endsWith("\n") ? output.substring(0, output.length() - 1) : output;
    }

    /**
     * What a file is besides its contents.
     *
     * @param owner user and group, by number
     * @param mode in octal
     * @param label SELinux's; {@code ?} where there is none
     */
    private record Attributes(boolean file, String owner, String mode, String label) {

        static List<String> command(String file) {
            return List.of("stat", "--printf", "%f %u:%g %a %C", "--", file);
        }

        /** @param output of that command; empty if there is no such file */
        static Optional<Attributes> of(String output) {
            if (output.isEmpty()) {
                return Optional.empty();
            }
            String[] words = output.split(" ", 4);
            // S_IFMT and S_IFREG of stat(2)
            boolean file = (Integer.parseInt(words[0], 16) & 0xF000) == 0x8000;
            return Optional.of(new Attributes(file, words[1], words[2], words[3]));
        }
    }
}
