package dev.virtworkbench.engine.lvm;

import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.domains.ImageNeed;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.images.Shrink;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The LVM volume groups of a host. Volumes are made, cloned, wiped and deleted by libvirt, in the pool of their group; here is what
 * libvirt has no call for. Looking needs no connection to libvirt; whatever changes does, as libvirt knows who uses what. It takes
 * root's rights. What changes can be cancelled as long as it only looks. Pools of a changed group are refreshed. Safe to use from any
 * thread.
 */
public final class VolumeGroups {

    /** As {@code pvmove} tells it: {@code /dev/sdb: Moved: 12.50%}. */
    private static final Pattern MOVED = Pattern.compile("Moved: (\\d+(?:\\.\\d+)?)%");
    /** As {@code lvconvert} tells it: {@code group/volume: Merged: 12.50%}. */
    private static final Pattern MERGED = Pattern.compile("Merged: (\\d+(?:\\.\\d+)?)%");
    private static final Set<Integer> WELL = Set.of(0);

    private final Session session;
    private final HostCommands commands;
    private final Pools pools;
    private final Images images;
    private final Rights rights;

    /** @param commands of the host that the others are of */
    public VolumeGroups(Session session, HostCommands commands, Pools pools, Images images) {
        this(session, commands, pools, images, Rights.PERSON);
    }

    private VolumeGroups(Session session, HostCommands commands, Pools pools, Images images, Rights rights) {
        this.session = session;
        this.commands = commands;
        this.pools = pools;
        this.images = images;
        this.rights = rights;
    }

    /** The same with other rights: LVM answers root only. */
    public VolumeGroups as(Rights other) {
        return new VolumeGroups(session, commands, pools, images, other);
    }

    /** Whether programs, and with them these operations, can be run on the host. */
    public boolean possible() {
        return commands.possible();
    }

    public Job<List<VolumeGroup>> list() {
        return start(Operation.GROUP_LIST, session.uri(), Cancellation.STOPS_WORK, Report::groups);
    }

    /** The group that a pool of type {@code logical} is made of. */
    public Job<VolumeGroup> of(Pool pool) {
        return start(Operation.GROUP_LIST, pool.name(), Cancellation.STOPS_WORK, programs -> find(programs, name(pool).orElse(pool.name())));
    }

    /** The block devices of the host, each with those that are made of it. Needs no special rights. */
    public Job<List<BlockDevice>> devices() {
        return start(Operation.GROUP_LIST, session.uri(), Cancellation.STOPS_WORK, programs -> Report.devices(programs, List.of()));
    }

    /**
     * Makes a group of whole devices. Refused while one of them is mounted, another group's, or used by a domain or pool.
     *
     * @param devices paths, at least one
     * @param overwrite whether file systems and partition tables that are on them may go
     */
    public Job<VolumeGroup> create(String group, List<String> devices, boolean overwrite) {
        return change(Operation.GROUP_CREATE, group, group, programs -> {
            if (Report.groups(programs).stream().anyMatch(each -> each.name().equals(group))) {
                throw programs.failure(Message.of(VolumeGroups.class, "taken", group), Message.of(VolumeGroups.class, "taken.hint"));
            }
            List<String> blank = blank(programs, devices, overwrite);
            programs.run(words(List.of("vgcreate", "--", group), blank));
        });
    }

    /** Gives a group more devices; otherwise as {@link #create}. */
    public Job<VolumeGroup> extend(String group, List<String> devices, boolean overwrite) {
        return change(Operation.GROUP_EXTEND, group, group, programs -> {
            find(programs, group);
            List<String> blank = blank(programs, devices, overwrite);
            programs.run(words(List.of("vgextend", "--", group), blank));
        });
    }

    /**
     * Takes a device out of a group. What volumes have on it is moved to the group's other devices first, while they are in use; refused
     * where there is not enough room. The device is blank afterwards.
     *
     * @param device its path, in any spelling
     */
    public Job<VolumeGroup> reduce(String group, String device) {
        return change(Operation.GROUP_REDUCE, group, group, programs -> {
            VolumeGroup found = find(programs, group);
            PhysicalVolume leaving = device(programs, found, device);
            String kernels = leaving.device();
            if (found.devices().size() == 1) {
                throw programs.failure(Message.of(VolumeGroups.class, "last", kernels, group), Message.of(VolumeGroups.class, "last.hint"));
            }
            long room = found.devices().stream().filter(each -> each != leaving).mapToLong(PhysicalVolume::free).sum();
            if (room < leaving.used()) {
                throw programs.failure(Message.of(VolumeGroups.class, "no-room", leaving.used(), kernels, room),
                        Message.of(VolumeGroups.class, "no-room.hint"));
            }
            programs.task().beginChanging();
            if (leaving.used() > 0) {
                programs.run(new Command(List.of("pvmove", "-i", "1", "--", kernels)), "", WELL, MOVED);
            }
            programs.run("vgreduce", "--", group, kernels);
            programs.run("pvremove", "--", kernels);
        });
    }

    /**
     * Has a group take up the room of a device that has become larger.
     *
     * @param device its path, in any spelling
     */
    public Job<VolumeGroup> growDevice(String group, String device) {
        return change(Operation.GROUP_GROW, group, group, programs -> {
            PhysicalVolume larger = device(programs, find(programs, group), device);
            programs.task().beginChanging();
            programs.run("pvresize", "--", larger.device());
        });
    }

    /**
     * Gives a group another name. Refused while a pool is made of it: libvirt would look for the old one, and so would domains for its
     * volumes.
     */
    public Job<VolumeGroup> rename(String group, String name) {
        return start(Operation.GROUP_RENAME, group, Cancellation.UNTIL_CHANGING, programs -> {
            VolumeGroup found = find(programs, group);
            if (Report.groups(programs).stream().anyMatch(each -> each.name().equals(name))) {
                throw programs.failure(Message.of(VolumeGroups.class, "taken", name), Message.of(VolumeGroups.class, "taken.rename"));
            }
            List<Message> reasons = new ArrayList<>();
            poolsOf(group).forEach(pool -> reasons.add(Message.of(VolumeGroups.class, "pool-of", pool.name(), group)));
            users(programs, found.volumes(), user -> true).forEach(need -> reasons.add(need.why()));
            refuse(programs, reasons, "pool-of.hint");
            programs.task().beginChanging();
            programs.run("vgrename", "--", group, name);
            return find(programs, name);
        });
    }

    /** Removes a group that has no volumes; its devices are blank afterwards. */
    public Job<Void> remove(String group) {
        return start(Operation.GROUP_REMOVE, group, Cancellation.UNTIL_CHANGING, programs -> {
            VolumeGroup found = find(programs, group);
            if (!found.volumes().isEmpty()) {
                throw programs.failure(Message.of(VolumeGroups.class, "not-empty", group, found.volumes().size()),
                        Message.of(VolumeGroups.class, "not-empty.hint"));
            }
            programs.task().beginChanging();
            programs.run("vgremove", "--", group);
            programs.run(words(List.of("pvremove", "--"), found.devices().stream().map(PhysicalVolume::device).toList()));
            return null;
        });
    }

    /**
     * Makes a volume larger, in use or not; a snapshot, the room that it has. A running domain sees the new size after
     * {@code blockresize}. Refused while there are snapshots of it.
     *
     * @param size bytes, over the old one; LVM rounds up to the group's extents
     */
    public Job<VolumeGroup> grow(String group, String volume, long size) {
        return change(Operation.LOGICAL_RESIZE, group, group + "/" + volume, programs -> {
            VolumeGroup found = find(programs, group);
            long now = find(programs, found, volume).size();
            if (size <= now) {
                throw programs.failure(Message.of(VolumeGroups.class, "not-larger", size, volume, now), null);
            }
            refuse(programs, snapshots(found, volume), "snapshot-of.hint");
            programs.task().beginChanging();
            programs.run("lvextend", "-L", size + "b", "--", group + "/" + volume);
        });
    }

    /**
     * Makes a volume smaller: what was behind the new end is lost. Refused while a domain that runs has it, an image builds on it or
     * there are snapshots of it, and where partitions on it need more.
     *
     * @param size bytes, under the old one
     */
    public Job<VolumeGroup> shrink(String group, String volume, long size) {
        return change(Operation.LOGICAL_RESIZE, group, group + "/" + volume, programs -> {
            VolumeGroup found = find(programs, group);
            LogicalVolume smaller = find(programs, found, volume);
            if (size >= smaller.size() || size <= 0) {
                throw programs.failure(Message.of(VolumeGroups.class, "not-smaller", size, volume, smaller.size()), null);
            }
            refuse(programs, snapshots(found, volume), "snapshot-of.hint");
            // what builds on it would read beyond its end
            refuse(programs, users(programs, List.of(smaller), user -> user.running() || !user.directly()));
            // what is not active has no device to read
            if (!smaller.path().isEmpty()) {
                new Shrink(Optional.of(GuestDisk.on(new Image(smaller.path(), "raw"), programs)), size).refusal(smaller.path()).ifPresent(why -> {
                    throw programs.failure(why, Shrink.hint());
                });
            }
            programs.task().beginChanging();
            programs.run("lvreduce", "--yes", "--force", "-L", size + "b", "--", group + "/" + volume);
        });
    }

    /**
     * Makes a snapshot of a volume: its contents of this moment.
     *
     * @param room bytes for what is written to the volume or to the snapshot from then on; a snapshot that has used them up is lost
     */
    public Job<VolumeGroup> snapshot(String group, String volume, String snapshot, long room) {
        return change(Operation.LOGICAL_SNAPSHOT, group, group + "/" + volume, programs -> {
            find(programs, find(programs, group), volume);
            programs.task().beginChanging();
            programs.run("lvcreate", "--snapshot", "-L", room + "b", "-n", snapshot, "--", group + "/" + volume);
        });
    }

    /** Gives a volume the contents of its snapshot, which is gone then. Refused while a domain that runs uses one of them, or an image builds on one. */
    public Job<VolumeGroup> revert(String group, String snapshot) {
        return change(Operation.LOGICAL_REVERT, group, group + "/" + snapshot, programs -> {
            VolumeGroup found = find(programs, group);
            LogicalVolume before = find(programs, found, snapshot);
            String origin = before.origin().orElseThrow(() -> programs.failure(Message.of(VolumeGroups.class, "no-snapshot", snapshot), null));
            refuse(programs, users(programs, List.of(before, find(programs, found, origin)), ImageUse.ByDomain::running));
            programs.task().beginChanging();
            programs.run(new Command(List.of("lvconvert", "--merge", "-i", "1", "--", group + "/" + snapshot)), "", WELL, MERGED);
        });
    }

    /** Gives a volume another name. Refused while a domain has it for a disk, running or not, or an image builds on it: they would not find it again. */
    public Job<VolumeGroup> renameVolume(String group, String volume, String name) {
        return change(Operation.LOGICAL_RENAME, group, group + "/" + volume, programs -> {
            VolumeGroup found = find(programs, group);
            LogicalVolume renamed = find(programs, found, volume);
            if (found.volume(name).isPresent()) {
                throw programs.failure(Message.of(VolumeGroups.class, "taken-volume", group, name), Message.of(VolumeGroups.class, "taken.rename"));
            }
            refuse(programs, users(programs, List.of(renamed), user -> true));
            programs.task().beginChanging();
            programs.run("lvrename", "--", group, volume, name);
        });
    }

    /** Those that need one of the volumes: domains that matter, and images that build on it. */
    private List<ImageNeed> users(Programs programs, List<LogicalVolume> volumes, Predicate<ImageUse.ByDomain> matters) {
        // a thin pool, and what is not active, has no path
        List<String> paths = volumes.stream().map(LogicalVolume::path).filter(path -> !path.isEmpty()).toList();
        return guard(programs).needs(paths, matters);
    }

    private static void refuse(Programs programs, List<ImageNeed> needs) {
        if (!needs.isEmpty()) {
            throw VirtException.refused(programs.operation(), programs.object(), needs.stream().map(ImageNeed::why).toList(),
                    ImageNeed.advice(programs.operation(), needs));
        }
    }

    private static List<Message> snapshots(VolumeGroup group, String volume) {
        return group.snapshots(volume).stream().map(each -> Message.of(VolumeGroups.class, "snapshot-of", each.name(), volume)).toList();
    }

    private static void refuse(Programs programs, List<Message> reasons, String hint) {
        if (!reasons.isEmpty()) {
            throw VirtException.refused(programs.operation(), programs.object(), reasons, Message.of(VolumeGroups.class, hint));
        }
    }

    /** Devices with nothing on them any more, by their kernel's names; from then on the job cannot be cancelled. */
    private List<String> blank(Programs programs, List<String> devices, boolean overwrite) {
        List<String> kernels = guard(programs).require(devices, overwrite);
        programs.task().beginChanging();
        if (overwrite) {
            programs.run(words(List.of("wipefs", "--quiet", "--all", "--"), kernels));
        }
        return kernels;
    }

    private DeviceGuard guard(Programs programs) {
        return new DeviceGuard(programs, () -> images.as(rights).use().await(), () -> {
            Set<String> devices = new LinkedHashSet<>();
            pools.list().await().forEach(pool -> devices.addAll(sources(pools.pool(pool).xml(true).await())));
            return devices;
        });
    }

    /** The devices that a pool is made of. */
    private static List<String> sources(String pool) {
        return source(pool).stream().flatMap(source -> source.elements("device").stream()).map(device -> device.value("path"))
                .filter(path -> path.startsWith("/")).toList();
    }

    private static Optional<XmlElement> source(String pool) {
        return XmlTree.parse(pool).root().flatMap(root -> root.element("source"));
    }

    private static VolumeGroup find(Programs programs, String group) {
        return Report.groups(programs).stream().filter(each -> each.name().equals(group)).findFirst()
                .orElseThrow(() -> programs.failure(Message.of(VolumeGroups.class, "no-group", group), null));
    }

    private static LogicalVolume find(Programs programs, VolumeGroup group, String volume) {
        return group.volume(volume)
                .orElseThrow(() -> programs.failure(Message.of(VolumeGroups.class, "no-volume", group.name(), volume), null));
    }

    /** The group's device that a path in any spelling leads to. */
    private PhysicalVolume device(Programs programs, VolumeGroup group, String path) {
        Map<String, String> leads = guard(programs).leads(List.of(path), group.devices().stream().map(PhysicalVolume::device).toList());
        return group.devices().stream().filter(each -> leads.get(each.device()).equals(leads.get(path))).findFirst()
                .orElseThrow(() -> programs.failure(Message.of(VolumeGroups.class, "not-in-group", path, group.name()), null));
    }

    private Job<VolumeGroup> change(Operation operation, String group, String object, Consumer<Programs> work) {
        return start(operation, object, Cancellation.UNTIL_CHANGING, programs -> {
            work.accept(programs);
            refresh(group);
            return find(programs, group);
        });
    }

    /** libvirt looks into a group when it is told to. */
    private void refresh(String group) {
        poolsOf(group).stream().filter(pool -> pool.state().active()).map(pools::pool).forEach(pool -> pool.refresh().await());
    }

    private List<PoolSummary> poolsOf(String group) {
        return pools.list().await().stream().filter(pool -> pool.type().equals("logical"))
                .filter(pool -> name(pools.pool(pool)).filter(group::equals).isPresent()).toList();
    }

    /** The name of the group that a pool is made of. */
    private static Optional<String> name(Pool pool) {
        return source(pool.xml(false).await()).flatMap(source -> source.element("name")).map(name -> name.text().strip());
    }

    private <T> Job<T> start(Operation operation, String object, Cancellation cancellation, Function<Programs, T> work) {
        return session.start(operation, object, cancellation, task -> work.apply(new Programs(commands, rights, operation, object, task)));
    }

    private static String[] words(List<String> first, List<String> more) {
        return Programs.words(first, more).toArray(String[]::new);
    }
}
