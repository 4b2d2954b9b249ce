package dev.virtworkbench.engine.libvirt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** UUIDs as libvirt writes them into a buffer of ours. */
final class Uuids {

    /** VIR_UUID_STRING_BUFLEN: 36 characters and a NUL. */
    static final int BYTES = 37;

    private Uuids() {
    }

    static UUID of(byte[] text) {
        return UUID.fromString(new String(text, 0, BYTES - 1, StandardCharsets.US_ASCII));
    }
}
