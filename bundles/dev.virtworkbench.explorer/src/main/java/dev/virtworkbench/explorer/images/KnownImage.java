package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.Optional;

/**
 * An image that qemu-img has looked at, and of which the person has agreed what it is.
 *
 * @param host whose qemu-img it was
 * @param path absolute, on that host
 * @param format as in {@code qcow2}
 * @param size bytes that a guest sees
 * @param volume empty for one that is none
 * @param boot which firmware finds something to start on it; empty where its beginning was not read
 */
public record KnownImage(Host host, String path, String format, long size, Optional<OfVolume> volume, Optional<GuestDisk.Boot> boot) {

    /** Looks at the image of that path on a host; what fails is told. On the UI thread. @return empty if the person cancelled, or it failed */
    public static Optional<KnownImage> look(Host host, String path) {
        return Opening.toWork(ImageFile.at(host, path)).map(KnownImage::of);
    }

    static KnownImage of(OpenImage opened) {
        return new KnownImage(opened.file().host(), opened.image().path(), opened.image().format(), opened.info().virtualSize(),
                opened.file().volume(), boot(opened));
    }

    /** Empty if the person did not want to wait, or it could not be read, which was told. */
    private static Optional<GuestDisk.Boot> boot(OpenImage opened) {
        return Waiting.orTold(() -> opened.images().guestDisk(opened.image())).map(GuestDisk::boot);
    }
}
