package dev.virtworkbench.engine.libvirt;

/** A call of libvirt failed. */
public final class LibvirtError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final int domain;

    public LibvirtError(int code, int domain, String message) {
        super(message);
        this.code = code;
        this.domain = domain;
    }

    /** Of {@code virErrorNumber}. */
    public int code() {
        return code;
    }

    /** Of {@code virErrorDomain}. */
    public int domain() {
        return domain;
    }
}
