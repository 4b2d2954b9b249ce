package dev.virtworkbench.engine.libvirt;

/** Something to do over a connection. */
@FunctionalInterface
public interface LibvirtCall<T> {

    T on(Connection connection) throws LibvirtError;
}
