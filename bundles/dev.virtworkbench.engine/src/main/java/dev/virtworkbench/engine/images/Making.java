package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * New images, within one job: made beside their place, checked, then moved there.
 *
 * @param programs of that job
 * @param guard looks at what is replaced
 */
record Making(Programs programs, Guard guard) {

    /** Said by QEMU, in no other language. */
    private static final String BUSY = "Unable to get accurate CPU usage";
    private static final int BUSY_TRIES = 4;

    /** Values of options by which formats take all their room at once, for those that cannot be measured. */
    private static final Pattern WHOLE = Pattern.compile("full|falloc|fixed|monolithicFlat|twoGbMaxExtentFlat");

    /** Some of its kinds are files that name each other. */
    private static final String IN_PARTS = "vmdk";
    /** It has no header that could be wrong. */
    private static final String UNCHECKED = "raw";

    /** @param size bytes that a guest sees */
    void create(NewImage target, long size) {
        NewFile file = place(target);
        long room = new Reading(programs).measure(size, target).map(Measure::required).orElseGet(() -> whole(target) ? size : 0);
        write(file, target, room, path -> {
            QemuImg command = new QemuImg("create").option("-q", "-f", target.format());
            command.formatOptions(target.optionsIn(command)).operand(path).operand(Long.toString(size)).run(programs);
        }, OptionalLong.of(size));
    }

    /** @param size bytes that a guest sees; empty for as many as in {@code base} */
    void overlay(NewImage target, Image base, OptionalLong size) {
        guard.beforeBuildingOn(base.path());
        NewFile file = place(target);
        List<String> chain = new Reading(programs).chain(base).images().stream().map(ImageInfo::path).toList();
        if (guard.among(target.path(), chain)) {
            throw programs.failure(Message.of(Making.class, "itself", target.path()), Message.of(Making.class, "itself.hint"));
        }
        write(file, target, 0, path -> {
            QemuImg command = new QemuImg("create").option("-q", "-f", target.format(), "-b", base.path(), "-F", base.format());
            command.formatOptions(target.optionsIn(command)).operand(path);
            size.ifPresent(bytes -> command.operand(Long.toString(bytes)));
            command.run(programs);
        }, size);
    }

    void convert(Image source, NewImage target, Conversion how) {
        guard.beforeBuildingOn(source.path());
        NewFile file = place(target);
        Reading reading = new Reading(programs);
        ImageChain chain = reading.chain(source);
        long size = chain.top().virtualSize();
        // compressed it takes less, nobody knows how much
        long room = how.compressed() ? 0 : reading.measure(source, target, how.snapshot()).map(Measure::required)
                .orElseGet(() -> whole(target) ? size : chain.images().stream().mapToLong(ImageInfo::onDisk).sum());
        write(file, target, room, path -> {
            QemuImg command = new QemuImg("convert").option("-p", "-O", target.format()).open(source);
            if (how.compressed()) {
                command.option("-c");
            }
            how.snapshot().ifPresent(name -> command.option("-l", Conversion.parameter(name)));
            command.formatOptions(target.optionsIn(command)).operand(path);
            command.runWithProgress(programs, Set.of(0));
        }, OptionalLong.empty());
    }

    /** The file as it is, with its snapshots and bitmaps. */
    void copy(Image source, String target, boolean replace, Runnable last) {
        guard.beforeBuildingOn(source.path());
        NewFile file = place(target, replace);
        long room = new Reading(programs).chain(source).top().onDisk();
        // a damaged image may be copied, too, so as to try its repair
        file.write(room, Optional.empty(), path -> {
            Reading reading = new Reading(programs);
            reading.requireUnwritten(source);
            String before = version(source);
            programs.run("cp", "--reflink=auto", "--sparse=auto", "-T", "--", source.path(), path);
            if (!version(source).equals(before)) {
                throw programs.failure(Message.of(Making.class, "changed", source.path()), Message.of(Making.class, "changed.hint"));
            }
        }, false, last);
    }

    /** Which file it is, and when it was written to last. */
    private String version(Image image) {
        return programs.run("stat", "-L", "--printf", "%d:%i %s %y", "--", image.path());
    }

    /** What stands right before a file is moved into place: nobody may be in the way of what it replaces, and from then on nothing is cancelled. */
    Runnable last(String path, boolean replace) {
        return () -> {
            programs.task().beginChanging();
            if (replace && guard.present(path)) {
                guard.beforeWriting(path);
            }
        };
    }

    private NewFile place(NewImage target) {
        return place(target.path(), target.replace());
    }

    /** Its place, which nobody is in the way of. */
    private NewFile place(String path, boolean replace) {
        NewFile file = new NewFile(programs, path, replace);
        if (file.replaces()) {
            guard.beforeWriting(path);
        }
        return file;
    }

    private void write(NewFile file, NewImage target, long room, Consumer<String> make, OptionalLong size) {
        Optional<String> data = Optional.ofNullable(target.options().get("data_file"));
        data.filter(path -> !path.startsWith("/")).ifPresent(path -> {
            throw programs.failure(Message.of(Making.class, "data-file", path), null);
        });
        file.write(room, data, path -> {
            whileBusy(make, path);
            check(new Image(path, target.format(), target.key()), size);
        }, target.format().equals(IN_PARTS), last(target.path(), target.replace()));
    }

    /**
     * Makes it, again if need be: QEMU times the processor to find out how often a LUKS key is to be derived, and gives up where the
     * machine is busy with something else at that moment ({@code qcrypto_pbkdf_count_iters}). Nothing of the file is kept of such a try.
     */
    private static void whileBusy(Consumer<String> make, String path) {
        for (int left = BUSY_TRIES; ; left--) {
            try {
                make.accept(path);
                return;
            } catch (VirtException e) {
                if (left == 0 || !String.valueOf(e.getMessage()).contains(BUSY)) {
                    throw e;
                }
            }
        }
    }

    private void check(Image made, OptionalLong size) {
        Reading reading = new Reading(programs);
        if (!made.format().equals(UNCHECKED)) {
            reading.requireSound(made);
        }
        if (size.isPresent()) {
            long now = reading.chain(made).top().virtualSize();
            // formats with a geometry round up
            if (now < size.getAsLong()) {
                throw programs.failure(Message.of(Making.class, "too-small", now, size.getAsLong()), null);
            }
        }
    }

    private static boolean whole(NewImage target) {
        return target.options().values().stream().anyMatch(value -> WHOLE.matcher(value).matches())
                || "on".equals(target.options().get("static"));
    }
}
