package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.language.findings.Message;
import java.time.Duration;
import java.util.UUID;

/**
 * How long a start of a pool is waited for. libvirt itself waits as long as it takes: for the mount of a dead NFS server some minutes, for
 * an iSCSI portal that says nothing for ever.
 */
record Patience(Duration most) {

    /** Mounts and logins that work at all take seconds. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(60));

    /** Starts a pool. @throws VirtException if it takes longer: libvirt goes on */
    void start(UUID pool, String name, Connection connection, Task task) throws LibvirtError {
        connection.starts().start(pool, name, open -> {
            open.pools().start(pool, 0);
            return true;
        }, most, task::cancelled).orElseThrow(() -> late(Operation.POOL_START, name));
    }

    /** Makes a pool that is gone when it is stopped. @param flags of {@code virStoragePoolCreateFlags} @throws VirtException as {@link #start} */
    PoolCalls.Details create(String xml, int flags, String name, Connection connection, Task task) throws LibvirtError {
        return connection.starts().create(name, open -> open.pools().create(xml, flags), most, task::cancelled)
                .orElseThrow(() -> late(Operation.POOL_CREATE, name));
    }

    private VirtException late(Operation operation, String name) {
        return VirtException.of(operation, name, Message.of(Patience.class, "start.late", most.toSeconds()),
                Message.of(Patience.class, "start.late.hint"), null);
    }
}
