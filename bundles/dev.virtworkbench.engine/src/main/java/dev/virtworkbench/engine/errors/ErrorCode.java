package dev.virtworkbench.engine.errors;

/**
 * The codes of libvirt's {@code virErrorNumber} that something here turns on
 * (<a href="https://libvirt.org/html/libvirt-virterror.html">reference</a>).
 */
public final class ErrorCode {

    /** It was not libvirt that refused. */
    public static final int NOT_LIBVIRT = 0;
    public static final int INTERNAL_ERROR = 1;
    public static final int NO_SUPPORT = 3;
    public static final int NO_CONNECT = 5;
    public static final int INVALID_CONN = 6;
    public static final int INVALID_ARG = 8;
    public static final int OPERATION_FAILED = 9;
    public static final int XML_ERROR = 27;
    public static final int OPERATION_DENIED = 29;
    public static final int XML_DETAIL = 35;
    public static final int SYSTEM_ERROR = 38;
    public static final int RPC = 39;
    public static final int NO_DOMAIN = 42;
    public static final int NO_NETWORK = 43;
    public static final int AUTH_FAILED = 45;
    public static final int NO_STORAGE_POOL = 49;
    public static final int NO_STORAGE_VOL = 50;
    public static final int OPERATION_INVALID = 55;
    public static final int INVALID_SECRET = 65;
    public static final int NO_SECRET = 66;
    public static final int CONFIG_UNSUPPORTED = 67;
    public static final int OPERATION_TIMEOUT = 68;
    public static final int NO_SNAPSHOT = 72;
    public static final int AUTH_CANCELLED = 79;
    public static final int AGENT_UNRESPONSIVE = 86;
    public static final int ACCESS_DENIED = 88;
    public static final int XML_INVALID_SCHEMA = 92;
    public static final int AUTH_UNAVAILABLE = 94;

    private ErrorCode() {
    }

    /** Whether the object is not there. */
    public static boolean missing(int code) {
        return code == NO_DOMAIN || code == NO_NETWORK || code == NO_STORAGE_POOL || code == NO_STORAGE_VOL
                || code == NO_SECRET || code == NO_SNAPSHOT;
    }
}
