package dev.virtworkbench.engine.storage;

import java.util.Optional;

/**
 * A pool that somebody wants, and how far it shall be brought.
 *
 * @param xml a {@code <pool>} document
 * @param validate whether libvirt shall judge it by its schema first, which refuses unknown elements
 * @param build whether its storage is to be built, and what that does with what is there
 * @param start whether it shall be started
 * @param autostart whether it shall start with the host
 */
public record NewPool(String xml, boolean validate, Optional<Existing> build, boolean start, boolean autostart) {

    /** How many calls it takes. */
    int steps() {
        return 1 + (build.isPresent() ? 1 : 0) + (start ? 1 : 0) + (autostart ? 1 : 0);
    }
}
