package dev.virtworkbench.engine.errors;

import dev.virtworkbench.language.findings.Message;

/** The kinds of objects of a host: those that libvirt keeps, image files, and LVM's volume groups. */
public enum ObjectKind {
    HOST, POOL, VOLUME, DOMAIN, NETWORK, SECRET, IMAGE, GROUP;

    /** The kind in words, as in “storage pool”. */
    public Message text() {
        return Message.of(ObjectKind.class, "kind." + this);
    }
}
