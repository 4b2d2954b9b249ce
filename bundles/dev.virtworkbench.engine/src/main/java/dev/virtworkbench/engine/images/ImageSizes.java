package dev.virtworkbench.engine.images;

/**
 * The sizes of an image, in bytes.
 *
 * @param virtual what a guest sees
 * @param allocated how much of that the image itself has given room to
 * @param length how long its file is, holes counted; 0 for a block device
 * @param onDisk what its file takes on the host's disk, holes not counted
 */
public record ImageSizes(long virtual, long allocated, long length, long onDisk) {

    /** Whether its file has holes: it takes more room as its guest writes. */
    public boolean sparse() {
        return onDisk < length;
    }

    /** Whether it will take no more room, whatever its guest writes. */
    public boolean preallocated() {
        return onDisk >= virtual;
    }
}
