package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.SchemaSource;
import java.util.Optional;

/**
 * A folder of libvirt's schemas.
 *
 * @param origin how it came to be looked at
 * @param source the folder
 * @param libvirtVersion the libvirt release they belong to, {@code 11.3.0}; empty if nothing tells
 */
public record SchemaLocation(Origin origin, SchemaSource source, Optional<String> libvirtVersion) {

    /** How a folder of schemas is found; the earlier comes first. */
    public enum Origin {
        /** The person has set it. */
        SETTING,
        /** It belongs to the libvirt of the connected host. */
        HOST,
        /** It belongs to the libvirt of this machine. */
        MACHINE,
        /** It came with this program. */
        PACKED
    }

    @Override
    public String toString() {
        return source.root() + libvirtVersion.map(version -> " (libvirt " + version + ")").orElse("");
    }
}
