package dev.virtworkbench.engine.errors;

import dev.virtworkbench.language.findings.Message;

/** The kinds of objects that libvirt keeps. */
public enum ObjectKind {
    HOST, POOL, VOLUME, DOMAIN, NETWORK, SECRET;

    /** The kind in words, as in “storage pool”. */
    public Message text() {
        return Message.of(ObjectKind.class, "kind." + this);
    }
}
