package dev.virtworkbench.engine.secrets;

import java.util.UUID;

/**
 * A secret.
 *
 * @param usage what it is for, as its document says; empty where nothing is named
 */
public record SecretSummary(UUID uuid, String usage) { }
