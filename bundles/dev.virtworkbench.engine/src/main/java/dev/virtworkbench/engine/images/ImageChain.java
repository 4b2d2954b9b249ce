package dev.virtworkbench.engine.images;

import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;

/**
 * An image and what it builds on.
 *
 * @param images the image itself first, each building on the next; at least one
 * @param broken why the next one could not be opened, if so: then {@code images} is the asked one alone
 */
public record ImageChain(List<ImageInfo> images, Optional<Message> broken) {

    public ImageChain {
        images = List.copyOf(images);
    }

    /** The image that was asked about. */
    public ImageInfo top() {
        return images.getFirst();
    }
}
