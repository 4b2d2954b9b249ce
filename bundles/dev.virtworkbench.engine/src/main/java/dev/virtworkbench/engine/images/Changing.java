package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.Writing;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Images changed in place, within one job: claimed, looked at, copied if that is wanted, looked at again, then changed to the end.
 *
 * @param programs of that job
 * @param writing that job's; the caller closes it
 */
record Changing(Programs programs, Guard guard, Writing writing) {

    /** Kinds of preallocation by which all room is taken at once. */
    private static final Set<String> ALL = Set.of("falloc", "full");

    /** @param copy path of a copy that is made first, of what the change takes something from; empty for none */
    ImageChain apply(Image image, ImageChange change, Optional<String> copy) {
        claim(image.path());
        copy.ifPresent(this::claim);
        List<String> written = written(image, change);
        written.forEach(this::claim);
        Runnable free = change instanceof ImageChange.Relocate ? () -> guard.beforeMending(image.path()) : () -> guard.beforeWriting(written);
        free.run();
        require(image, change);
        copy.ifPresent(path -> new Making(programs, guard).copy(changed(image, change), path, false, programs.task()::stopIfCancelled));
        programs.task().beginChanging();
        free.run();
        try {
            change.on(image).runWithProgress(programs, change.ends());
        } catch (VirtException e) {
            Message half = Message.of(Changing.class, "half." + change.operation());
            throw e.advising(e.hint().map(hint -> Message.of(Changing.class, "half.and", hint, half)).orElse(half));
        }
        return new Reading(programs).chain(image);
    }

    private void claim(String path) {
        writing.claim(path, guard.names(path));
    }

    /** The image, and what else is written to: from the image down to what it is committed into. */
    private List<String> written(Image image, ImageChange change) {
        if (!(change instanceof ImageChange.Commit commit)) {
            return List.of(image.path());
        }
        ImageChain chain = new Reading(programs).chain(image);
        chain.broken().ifPresent(why -> {
            throw programs.failure(why, Message.of(Changing.class, "broken.hint"));
        });
        List<String> paths = chain.images().stream().map(ImageInfo::path).toList();
        int last = commit.base().map(paths::lastIndexOf).orElse(1);
        if (last < 1 || last >= paths.size()) {
            throw programs.failure(commit.base().map(base -> Message.of(Changing.class, "not-below", base, image.path()))
                    .orElseGet(() -> Message.of(Changing.class, "nothing-below", image.path())), null);
        }
        return paths.subList(0, last + 1);
    }

    /** What is other afterwards than it was: by a commit the image below, which then has what was in this one. */
    private Image changed(Image image, ImageChange change) {
        if (!(change instanceof ImageChange.Commit)) {
            return image;
        }
        ImageInfo base = new Reading(programs).chain(image).images().get(written(image, change).size() - 1);
        return new Image(base.path(), base.format(), image.key());
    }

    private void require(Image image, ImageChange change) {
        Reading reading = new Reading(programs);
        // what only the header says is mended by changing it alone, with nothing below to be found
        if (change instanceof ImageChange.Relocate relocate) {
            new Relocation(programs, guard).require(image, relocate.base());
            return;
        }
        boolean readable = !(change instanceof ImageChange.Repair) && !(change instanceof ImageChange.Rebase rebase && rebase.unsafe());
        if (readable) {
            reading.requireSound(image);
        }
        if (change instanceof ImageChange.Resize resize && !resize.shrink() && resize.size() < reading.chain(image).top().virtualSize()) {
            throw programs.failure(Message.of(Changing.class, "smaller", resize.size(), image.path()), Message.of(Changing.class, "smaller.hint"));
        }
        if (change instanceof ImageChange.Resize resize && resize.shrink()) {
            new Shrink(Optional.of(reading.guestDisk(image)), resize.size()).refusal(image.path()).ifPresent(why -> {
                throw programs.failure(why, Shrink.hint());
            });
        }
        requireRoom(image, change);
        if (change instanceof ImageChange.Rebase rebase) {
            rebase.base().ifPresent(base -> requireNoCircle(image, base));
        }
    }

    /** Half a commit leaves the lower image as no guest has ever seen it: what may be lacking is asked before. */
    private void requireRoom(Image image, ImageChange change) {
        List<ImageInfo> chain = change instanceof ImageChange.Commit || change instanceof ImageChange.Resize
                ? new Reading(programs).chain(image).images() : List.of();
        switch (change) {
            case ImageChange.Commit commit -> {
                int last = written(image, change).size() - 1;
                ImageInfo base = chain.get(last);
                long above = chain.subList(0, last).stream().mapToLong(ImageInfo::onDisk).sum();
                new Room(programs).require(base.path(), Math.min(above, base.virtualSize() - base.onDisk()));
            }
            case ImageChange.Resize resize when resize.preallocation().filter(ALL::contains).isPresent() ->
                    new Room(programs).require(image.path(), resize.size() - chain.getFirst().virtualSize());
            default -> { }
        }
    }

    private void requireNoCircle(Image image, Image base) {
        List<String> below = new Reading(programs).chain(base).images().stream().map(ImageInfo::path).toList();
        if (guard.among(image.path(), below)) {
            throw programs.failure(Message.of(Changing.class, "circle", base.path(), image.path()), null);
        }
    }
}
