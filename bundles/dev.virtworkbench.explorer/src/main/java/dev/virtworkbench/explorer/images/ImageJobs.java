package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.jobs.Amounts;
import dev.virtworkbench.explorer.jobs.Asked;
import java.util.Optional;
import java.util.function.Consumer;

/** Work on image files that a person has asked for: shown in the Progress view, told when it fails, followed by the views. */
final class ImageJobs {

    private ImageJobs() { }

    /** Follows a job that makes a new image there. */
    static void made(OpenImage of, Job<ImageChain> job, String path) {
        Amounts.tell(job, of.info().virtualSize());
        Asked.then(job, chain -> ShownFiles.changed(of.file().host(), path));
    }

    /**
     * Changes an image in place.
     *
     * @param copy path of a copy that is made first
     * @param next is told how it is afterwards, on the UI thread
     */
    static Job<ImageChain> change(OpenImage image, ImageChange change, Optional<String> copy, Consumer<ImageChain> next) {
        Job<ImageChain> job = image.images().change(image.image(), change, copy);
        if (change.operation() == Operation.IMAGE_COMMIT || change.operation() == Operation.IMAGE_REBASE) {
            Amounts.tell(job, image.info().virtualSize());
        }
        Asked.then(job, chain -> {
            image.file().changed();
            next.accept(chain);
        });
        return job;
    }
}
