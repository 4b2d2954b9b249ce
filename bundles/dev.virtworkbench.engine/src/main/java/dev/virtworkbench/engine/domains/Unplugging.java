package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.language.findings.Message;
import java.util.concurrent.TimeUnit;

/**
 * Waiting for a guest to let go of a disk that libvirt has asked it for. libvirt's call comes back after five seconds at most, whether
 * it did or not: only the running domain's document tells.
 */
record Unplugging(String domain, String target) {

    private static final long BETWEEN_LOOKS_MS = 250;
    /** After those five seconds. */
    private static final long PATIENCE_SECONDS = 5;

    /** Gives the running domain's document. */
    @FunctionalInterface
    interface Look {
        String xml() throws LibvirtError;
    }

    /** Comes back when the disk is gone. @throws VirtException if the guest keeps it */
    void await(Task task, Look look) throws LibvirtError {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Disk.in(look.xml()).stream().anyMatch(disk -> disk.target().equals(target))) {
            if (System.nanoTime() - end > 0) {
                throw VirtException.of(Operation.DOMAIN_DETACH, domain, Message.of(Unplugging.class, "not-let-go", target),
                        Message.of(Unplugging.class, "not-let-go.hint", target), null);
            }
            task.pause(BETWEEN_LOOKS_MS);
        }
    }
}
