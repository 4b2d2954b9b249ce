package dev.virtworkbench.engine.session;

import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import java.io.IOException;

/** Work of several steps over one connection, which stays open meanwhile. */
@FunctionalInterface
public interface SessionWork<T> {

    T run(Connection connection, Task task) throws LibvirtError, IOException;
}
