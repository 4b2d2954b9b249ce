package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The look before an image is told where its lost backing file is now. Nobody can tell whether a file has the very contents that the
 * image was made on; whether it cannot have them often shows.
 *
 * @param programs of the job that looks
 * @param guard tells files that are the same
 */
record Relocation(Programs programs, Guard guard) {

    /** Fails the job unless the image lacks what it builds on, and nothing speaks against that file. */
    void require(Image image, Image base) {
        if (new Reading(programs).chain(image).broken().isEmpty()) {
            throw programs.failure(Message.of(Relocation.class, "whole", image.path()), Message.of(Relocation.class, "whole.hint"));
        }
        List<Message> misfits = misfits(image, base);
        if (!misfits.isEmpty()) {
            throw VirtException.refused(programs.operation(), programs.object(), misfits);
        }
    }

    /** What speaks against that file being the lost one; empty if nothing does. */
    List<Message> misfits(Image image, Image base) {
        guard.beforeBuildingOn(base.path());
        Reading reading = new Reading(programs);
        ImageInfo above = reading.chain(image).top();
        ImageChain below = reading.chain(base);
        List<Message> misfits = new ArrayList<>();
        above.backingFormat().filter(format -> !format.equals(base.format())).ifPresent(
                format -> misfits.add(Message.of(Relocation.class, "misfit.format", base.path(), base.format(), format)));
        if (below.top().virtualSize() > above.virtualSize()) {
            misfits.add(Message.of(Relocation.class, "misfit.larger", base.path(), below.top().virtualSize(), above.virtualSize()));
        }
        below.broken().ifPresent(why -> misfits.add(Message.of(Relocation.class, "misfit.broken", base.path(), why)));
        if (guard.among(image.path(), below.images().stream().map(ImageInfo::path).toList())) {
            misfits.add(Message.of(Changing.class, "circle", base.path(), image.path()));
        }
        return misfits;
    }
}
