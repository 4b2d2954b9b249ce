package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.engine.storage.Writing;
import dev.virtworkbench.language.findings.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The image files of a host, worked on by its own {@code qemu-img}. Looking at them needs no connection to libvirt; whatever writes
 * does, as libvirt knows who uses what. Safe to use from any thread.
 */
public final class Images {

    /** What qemu-img names besides: ways to get at bytes, and layers for tests. Nobody makes an image of that format. */
    private static final Set<String> NO_FORMATS = Set.of("blkdebug", "blklogwrites", "blkreplay", "blkverify", "compress", "copy-before-write",
            "copy-on-read", "file", "ftp", "ftps", "gluster", "host_cdrom", "host_device", "http", "https", "io_uring", "iscsi", "iser", "nbd",
            "nfs", "null-aio", "null-co", "nvme", "nvme-io_uring", "preallocate", "quorum", "rbd", "replication", "snapshot-access", "ssh",
            "throttle", "virtio-blk-vfio-pci", "virtio-blk-vhost-user", "virtio-blk-vhost-vdpa", "vvfat");

    private final Session session;
    private final HostCommands commands;
    private final Pools pools;
    private final Domains domains;
    private final Rights rights;
    private final Overlays overlays;

    /** @param commands of the host that the others are of */
    public Images(Session session, HostCommands commands, Pools pools, Domains domains) {
        this(session, commands, pools, domains, Rights.PERSON, new Overlays());
    }

    private Images(Session session, HostCommands commands, Pools pools, Domains domains, Rights rights, Overlays overlays) {
        this.session = session;
        this.commands = commands;
        this.pools = pools;
        this.domains = domains;
        this.rights = rights;
        this.overlays = overlays;
    }

    /** The same with other rights: most images belong to root. */
    public Images as(Rights other) {
        return new Images(session, commands, pools, domains, other, overlays);
    }

    /** Whether programs, and with them these operations, can be run on the host. */
    public boolean possible() {
        return commands.possible();
    }

    /**
     * What an image is, and all that it builds on.
     *
     * @param format of the image; empty to have it guessed. A guess is good for looking only: a guest may have made it
     */
    public Job<ImageChain> info(String path, Optional<String> format) {
        return read(path, reading -> reading.chain(path, format));
    }

    /**
     * Who builds on whom: all images of some folders, all that they build on and all that is known to build on them. Each is looked at;
     * the job tells how far it is.
     *
     * @param folders absolute, without those below them
     * @param used whether all images that domains use are among them as well, wherever they are
     * @param plain whether a file that has no image's header is one all the same, by its path: as a raw disk is
     */
    public Job<ImageForest> forest(Collection<String> folders, boolean used, Predicate<String> plain) {
        return start(Operation.IMAGE_CHAINS, session.uri(), Cancellation.STOPS_WORK, programs -> new ForestReading(programs,
                session.connected() ? Optional.of(domains.imageUse().await()) : Optional.empty()).read(folders, used, plain));
    }

    /**
     * Who uses which image: what libvirt knows of it ({@link Domains#imageUse()}) and, where programs can be run, the files that build on an
     * image though no pool shows them, in the folders of pools and of domains' disks. What these rights do not let see is not known.
     */
    public Job<ImageUse> use() {
        return possible() ? start(Operation.IMAGE_USE, session.uri(), Cancellation.STOPS_WORK, programs -> {
            ImageUse known = domains.imageUse().await();
            try {
                return overlays.besides(known, programs, List.of());
            } catch (VirtException noPrograms) {
                // libvirt may do what it is asked to where ssh, or sudo, does not let the person in
                return known;
            }
        }) : domains.imageUse();
    }

    /** Those of some names that the host takes for the same file; where programs cannot be run, that which is written alike. */
    public Job<Set<String>> same(String path, Collection<String> names) {
        Set<String> alike = names.contains(path) ? Set.of(path) : Set.of();
        return session.start(Operation.IMAGE_USE, path, Cancellation.STOPS_WORK, task -> {
            if (!possible()) {
                return alike;
            }
            try {
                return guard(new Programs(commands, rights, Operation.IMAGE_USE, path, task)).same(path, names);
            } catch (VirtException noPrograms) {
                return alike;
            }
        });
    }

    /** Its sizes; goes through its whole map. */
    public Job<ImageSizes> sizes(Image image) {
        return read(image.path(), reading -> reading.sizes(image));
    }

    public Job<ImageMap> map(Image image) {
        return read(image.path(), reading -> reading.map(image));
    }

    /** How its guest has divided it, by what stands at its beginning. */
    public Job<GuestDisk> guestDisk(Image image) {
        return read(image.path(), reading -> reading.guestDisk(image));
    }

    /** The same of a volume: by libvirt where it is stored as its guest reads it, which takes no rights; otherwise by programs. */
    public Job<GuestDisk> guestDisk(Volume volume) {
        return session.start(Operation.IMAGE_READ, volume.name(), Cancellation.STOPS_WORK, task -> {
            VolumeSummary now = volume.summary().await();
            boolean plain = now.type().equals("block") || now.format().equals("raw") || now.format().isEmpty();
            return plain ? GuestDisk.of(volume.head(GuestDisk.HEAD).await()) : guestDisk(new Image(now.path(), now.format())).await();
        });
    }

    /** The same of a domain's disk: by its volume where a pool shows it. */
    public Job<GuestDisk> guestDisk(Disk disk) {
        return session.start(Operation.IMAGE_READ, disk.target(), Cancellation.STOPS_WORK, task -> {
            if (!disk.pool().isEmpty()) {
                return guestDisk(pools.lookup(disk.pool()).await().volume(disk.volume())).await();
            }
            try {
                return guestDisk(pools.volumeByPath(disk.source()).await()).await();
            } catch (VirtException e) {
                if (!disk.source().startsWith("/")) {
                    throw e;
                }
                return guestDisk(new Image(disk.source(), disk.format())).await();
            }
        });
    }

    /** Looks for damage, and repairs nothing. What a running domain writes meanwhile may look like damage. */
    public Job<CheckReport> check(Image image) {
        return read(image.path(), reading -> reading.check(image, true));
    }

    /** The room that an image would take as that; empty where its format cannot be measured. */
    public Job<Optional<Measure>> measure(Image source, NewImage target) {
        return read(source.path(), reading -> reading.measure(source, target, Optional.empty()));
    }

    /** The room that an empty image would take. @param size bytes that its guest sees */
    public Job<Optional<Measure>> measure(long size, NewImage target) {
        return read(target.path(), reading -> reading.measure(size, target));
    }

    /**
     * Compares what guests see in two images.
     *
     * @param strict whether their sizes, and what is given room to, must be the same as well
     */
    public Job<Comparison> compare(Image one, Image other, boolean strict) {
        return start(Operation.IMAGE_COMPARE, one.path(), Cancellation.STOPS_WORK, programs -> new Reading(programs).compare(one, other, strict));
    }

    /** The formats that the host's qemu-img knows, those that it only reads among them. */
    public Job<List<String>> formats() {
        return start(Operation.IMAGE_FORMATS, session.uri(), Cancellation.STOPS_WORK, programs -> {
            String[] parts = programs.run("qemu-img", "--help").split("Supported (?:image )?formats:", 2);
            String names = parts.length < 2 ? "" : parts[1].strip().split("\n\\s*\n", 2)[0];
            return Arrays.stream(names.strip().split("\\s+")).filter(name -> !name.isEmpty() && !NO_FORMATS.contains(name)).sorted().toList();
        });
    }

    /** What can be said when an image of that format is made; empty where qemu-img cannot make one. */
    public Job<List<FormatOption>> createOptions(String format) {
        // with a name come the options of files, as how raw ones are allocated; nothing is made
        return options("create", format, "new-image");
    }

    /** What can be changed in an image of that format later; empty where nothing can. */
    public Job<List<FormatOption>> amendOptions(String format) {
        return options("amend", format);
    }

    private Job<List<FormatOption>> options(String command, String format, String... name) {
        return start(Operation.IMAGE_FORMATS, session.uri(), Cancellation.STOPS_WORK, programs -> FormatOption.in(
                programs.run(Programs.words(List.of("qemu-img", command, "-f", format, "-o", "help"), List.of(name)), Set.of(0, 1)).output()));
    }

    /** All that is in the way of writing to the image now, each a reason; empty if nothing is. What writes asks again. */
    public Job<List<Message>> inTheWay(Image image) {
        return start(Operation.IMAGE_READ, image.path(), Cancellation.STOPS_WORK, programs -> guard(programs).reasons(image.path()));
    }

    /**
     * Looks whether QEMU or another of its programs has an image open, be it one that libvirt does not know.
     *
     * @return what QEMU says; empty if nobody has, and where that cannot be told: without its program, or the right to open the image
     */
    public Job<Optional<Message>> locked(String path) {
        return start(Operation.IMAGE_READ, path, Cancellation.STOPS_WORK, programs -> guard(programs).locked(path));
    }

    /** The running domains that write to an image, each a sentence: what is read of it meanwhile is of no one moment. */
    public Job<List<Message>> writing(String path) {
        return start(Operation.IMAGE_READ, path, Cancellation.STOPS_WORK, programs -> guard(programs).writing(path));
    }

    /**
     * Looks whether that may be done to the image now. What writes looks again.
     *
     * @return true; it fails, with who is in the way and what to do instead, if anybody is
     */
    public Job<Boolean> free(Image image, Operation operation) {
        return start(Operation.IMAGE_READ, image.path(), Cancellation.STOPS_WORK, looking -> {
            guard(new Programs(commands, rights, operation, image.path(), looking.task())).beforeWriting(image.path());
            return true;
        });
    }

    /**
     * Looks whether a file can be the backing file that an image has lost, before a rebase that changes the header alone.
     *
     * @return what speaks against it, each a reason; empty if nothing does, which does not say that it has the right contents
     */
    public Job<List<Message>> misfits(Image image, Image base) {
        return start(Operation.IMAGE_READ, image.path(), Cancellation.STOPS_WORK, looking -> {
            Programs programs = new Programs(commands, rights, Operation.IMAGE_REBASE, image.path(), looking.task());
            return new Relocation(programs, guard(programs)).misfits(image, base);
        });
    }

    /** Makes an empty image. @param size bytes that its guest sees */
    public Job<ImageChain> create(NewImage target, long size) {
        return make(Operation.IMAGE_CREATE, target.image(), making -> making.create(target, size));
    }

    /**
     * Makes an image that has nothing yet but what it builds on: a linked clone.
     *
     * @param base from then on nobody may write to it
     * @param size bytes that its guest sees; empty for as many as in {@code base}
     */
    public Job<ImageChain> overlay(NewImage target, Image base, OptionalLong size) {
        return make(Operation.IMAGE_CREATE, target.image(), making -> making.overlay(target, base, size));
    }

    /** Makes an image with the contents of another and of all that it builds on. */
    public Job<ImageChain> convert(Image source, NewImage target, Conversion how) {
        return make(Operation.IMAGE_CONVERT, target.image(), making -> making.convert(source, target, how));
    }

    /**
     * Copies an image's file as it is, with its snapshots and bitmaps; the copy builds on the same.
     *
     * @param path of the copy
     * @param replace whether a file that is there may be replaced
     */
    public Job<ImageChain> copy(Image source, String path, boolean replace) {
        Image copy = new Image(path, source.format(), source.key());
        return make(Operation.IMAGE_COPY, copy, making -> making.copy(source, path, replace, making.last(path, replace)));
    }

    /**
     * Changes an image in place. Until it begins to write to it it can be cancelled; then a copy is gone, too, or is there as a whole.
     *
     * @param copy path of a copy of it that is made before; of a commit, of the image that is written into. Nothing may be there. Empty for none
     * @return the image afterwards
     */
    public Job<ImageChain> change(Image image, ImageChange change, Optional<String> copy) {
        // who cancels while it is copied waits until what there is of the copy is gone
        Cancellation cancellation = copy.isPresent() ? Cancellation.STOPS_WORK : Cancellation.UNTIL_CHANGING;
        return start(change.operation(), image.path(), cancellation, programs -> {
            try (Writing writing = new Writing(session, change.operation(), image.path())) {
                ImageChain changed = new Changing(programs, guard(programs), writing).apply(image, change, copy);
                refresh(programs, image.path());
                return changed;
            }
        });
    }

    private Job<ImageChain> make(Operation operation, Image made, Consumer<Making> work) {
        return start(operation, made.path(), Cancellation.STOPS_WORK, programs -> {
            try (Writing writing = new Writing(session, operation, made.path())) {
                Guard guard = guard(programs);
                writing.claim(made.path(), guard.names(made.path()));
                work.accept(new Making(programs, guard));
                refresh(programs, made.path());
                return new Reading(programs).chain(made);
            }
        });
    }

    private <T> Job<T> read(String path, Function<Reading, T> look) {
        return start(Operation.IMAGE_READ, path, Cancellation.STOPS_WORK, programs -> look.apply(new Reading(programs)));
    }

    private <T> Job<T> start(Operation operation, String object, Cancellation cancellation, Function<Programs, T> work) {
        return session.start(operation, object, cancellation, task -> work.apply(new Programs(commands, rights, operation, object, task)));
    }

    /** libvirt looks into a pool's folder when it is told to. */
    private void refresh(Programs programs, String path) {
        if (!session.connected()) {
            return;
        }
        String folder = path.substring(0, path.lastIndexOf('/'));
        try {
            pools.list().await().stream().filter(pool -> pool.state().active() && pool.targetPath().equals(folder))
                    .forEach(pool -> pools.pool(pool).refresh().await());
        } catch (VirtException e) {
            throw VirtException.of(programs.operation(), path, Message.of(Images.class, "not-refreshed", e.text()),
                    Message.of(Images.class, "not-refreshed.hint"), e);
        }
    }

    private Guard guard(Programs programs) {
        return new Guard(programs, () -> domains.imageUse().await(), overlays);
    }
}
