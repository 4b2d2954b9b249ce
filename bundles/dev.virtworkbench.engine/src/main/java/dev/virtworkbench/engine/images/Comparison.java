package dev.virtworkbench.engine.images;

/**
 * Whether two images have the same contents.
 *
 * @param words qemu-img's own: where they begin to differ, if they do
 */
public record Comparison(boolean same, String words) { }
