package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.function.Supplier;

/** The look at what libvirt made of a text. A failure now must not read as if nothing had been done. */
final class ReadBack {

    private ReadBack() { }

    /**
     * @param name of the object
     * @param reading gets its document
     * @param unread what is still to be done where that fails
     */
    static String of(String name, Supplier<String> reading, Runnable unread) {
        try {
            return reading.get();
        } catch (VirtException e) {
            unread.run();
            throw VirtException.of(Operation.APPLY, name, Message.of(Obstacle.class, "not-read-back", e.text()),
                    e.hint().orElse(null), e);
        }
    }
}
