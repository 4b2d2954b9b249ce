package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.Images;

/**
 * An image file that was looked at.
 *
 * @param image with the format that was agreed on, and what opens it where that was asked
 * @param chain as it was found
 */
record OpenImage(ImageFile file, Image image, ImageChain chain) {

    ImageInfo info() {
        return chain.top();
    }

    Images images() {
        return file.images();
    }

    String name() {
        return file.name();
    }
}
