package dev.virtworkbench.engine.apply;

import java.util.UUID;

/**
 * The object that a document is about, as the host has it.
 *
 * @param uuid of the object; for a volume, of its pool
 * @param name for people and commands
 * @param active whether it runs or was started: then its configuration takes effect at its next start
 * @param xml its configuration, with its passwords
 */
public record Present(UUID uuid, String name, boolean active, String xml) {

    /** Without the document, which may hold passwords. */
    @Override
    public String toString() {
        return name + " " + uuid + (active ? " active" : "");
    }
}
