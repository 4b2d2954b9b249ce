package dev.virtworkbench.explorer.wizards;

/** Ways to a libvirt that most people want, and which fields of an address each of them uses. */
enum HostPreset {
    SYSTEM("qemu", "", "/system"),
    SESSION("qemu", "", "/session"),
    SSH("qemu", "ssh", "/system"),
    TLS("qemu", "tls", "/system"),
    TCP("qemu", "tcp", "/system"),
    LXC("lxc", "", "/"),
    XEN("xen", "", "/system"),
    SIMULATED("test", "", "/default");

    final String driver;
    final String transport;
    final String path;

    HostPreset(String driver, String transport, String path) {
        this.driver = driver;
        this.transport = transport;
        this.path = path;
    }

    /** Whether it leads to another machine. */
    boolean remote() {
        return !transport.isEmpty();
    }

    /** Whether it asks who somebody is before libvirt does. */
    boolean hasUser() {
        return transport.equals("ssh");
    }

    /** Whether it leads to a socket that may be elsewhere. */
    boolean hasSocket() {
        return driver.equals("qemu") && (transport.isEmpty() || transport.equals("ssh"));
    }
}
