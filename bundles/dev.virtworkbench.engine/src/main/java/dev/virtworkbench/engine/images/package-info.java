/** Image files of a host, by its own {@code qemu-img}: looking at them, making new ones, changing them in place. */
package dev.virtworkbench.engine.images;
