package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.SchemaSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A folder of libvirt's schemas.
 *
 * @param origin how it came to be looked at
 * @param source the folder
 * @param version finds out the libvirt release they belong to; asked only when somebody wants to know
 */
public record SchemaLocation(Origin origin, SchemaSource source, Supplier<Optional<String>> version) {

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

    /** The libvirt release they belong to, {@code 11.3.0}; empty if nothing tells. */
    public Optional<String> libvirtVersion() {
        return version.get();
    }

    @Override
    public String toString() {
        return source.root() + libvirtVersion().map(version -> " (libvirt " + version + ")").orElse("");
    }
}
