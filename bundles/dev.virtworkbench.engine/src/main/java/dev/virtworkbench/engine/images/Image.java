package dev.virtworkbench.engine.images;

import java.util.Optional;

/**
 * An image on a host.
 *
 * @param path absolute, on the host; of a file or a block device
 * @param format as qemu-img names it, as in {@code qcow2}. Always said: a guest can write the header of another format into a raw
 *        image, and with it name any file of the host as its backing file
 * @param key what opens it, where its data are encrypted and are read or written
 */
public record Image(String path, String format, Optional<Passphrase> key) {

    public Image {
        // a relative path could be taken for an option or, with a colon, for a protocol
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not an absolute path: " + path);
        }
    }

    public Image(String path, String format) {
        this(path, format, Optional.empty());
    }

    public Image with(Passphrase passphrase) {
        return new Image(path, format, Optional.of(passphrase));
    }
}
