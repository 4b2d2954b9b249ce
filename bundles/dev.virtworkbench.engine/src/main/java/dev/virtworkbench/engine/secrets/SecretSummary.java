package dev.virtworkbench.engine.secrets;

import java.util.UUID;

/**
 * A secret, without its value.
 *
 * @param type what kind of thing it is for, as in {@code iscsi}; empty where nothing is named
 * @param usage what it is for, as its document says; empty where nothing is named
 * @param description for people; may be empty
 * @param isPrivate whether libvirt hands its value to nobody
 * @param ephemeral whether it is kept in memory only
 */
public record SecretSummary(UUID uuid, String type, String usage, String description, boolean isPrivate, boolean ephemeral) {

    /** What to call it, as libvirt gives secrets no names: what it is for, or its UUID. */
    public String name() {
        return usage.isEmpty() ? uuid.toString() : usage;
    }
}
