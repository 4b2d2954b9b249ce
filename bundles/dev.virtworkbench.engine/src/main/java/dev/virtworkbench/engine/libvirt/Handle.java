package dev.virtworkbench.engine.libvirt;

/** Something to do with libvirt's pointer to an object, which is valid only meanwhile. */
@FunctionalInterface
interface Handle<P, T> {

    T use(P pointer) throws LibvirtError;
}
