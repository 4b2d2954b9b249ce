package dev.virtworkbench.engine.networks;

import java.util.UUID;

/** A network at one moment. */
public record NetworkSummary(UUID uuid, String name, boolean active, boolean autostart, boolean persistent) { }
