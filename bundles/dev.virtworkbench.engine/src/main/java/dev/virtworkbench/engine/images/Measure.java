package dev.virtworkbench.engine.images;

/**
 * The room that an image would take.
 *
 * @param required bytes of its file with the data that there are now
 * @param full bytes of its file once its guest has written everywhere
 */
public record Measure(long required, long full) { }
