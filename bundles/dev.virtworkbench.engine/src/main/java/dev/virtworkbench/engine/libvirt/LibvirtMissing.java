package dev.virtworkbench.engine.libvirt;

import dev.virtworkbench.language.findings.Message;

/** libvirt's client library cannot be loaded here: everything but hosts works. */
public final class LibvirtMissing extends Exception {

    private static final long serialVersionUID = 1L;

    LibvirtMissing(Throwable cause) {
        super("libvirt's client library cannot be loaded: " + cause.getMessage(), cause);
    }

    /** Why it is needed. */
    public Message why() {
        return Message.of(LibvirtMissing.class, "missing.why");
    }

    /** What to install on this system. */
    public Message whatToInstall() {
        String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        String key = system.startsWith("mac") ? "mac" : system.startsWith("windows") ? "windows" : "linux";
        return Message.of(LibvirtMissing.class, "missing." + key);
    }
}
