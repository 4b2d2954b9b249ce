package dev.virtworkbench.engine.lvm;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.domains.ImageNeed;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What speaks against giving whole devices to LVM, or against changing what is on one. Devices have many names; they are told apart by
 * what the host's own names lead to.
 *
 * @param use the host's, asked anew each time
 * @param pooled paths of the devices that pools are made of
 */
record DeviceGuard(Programs programs, Supplier<ImageUse> use, Supplier<Set<String>> pooled) {

    private static final String HOLDS = "holds";
    private static final String LVM_MEMBER = "LVM2_member";
    private static final String SEVERAL_PATHS = "mpath";

    /**
     * A domain's disk that is one of some devices.
     *
     * @param device as it was asked for
     */
    record User(String device, ImageUse.ByDomain domain) { }

    /**
     * Fails the job unless all can become LVM's.
     *
     * @param paths in any spelling
     * @param overwrite whether what is on them may go; what is in use, or a part of something, is refused all the same
     * @return the kernel's names of them
     */
    List<String> require(List<String> paths, boolean overwrite) {
        List<BlockDevice> devices = Report.devices(programs, paths);
        List<String> kernels = devices.stream().map(BlockDevice::path).distinct().toList();
        if (kernels.size() != paths.size()) {
            throw programs.failure(Message.of(DeviceGuard.class, "repeated"), null);
        }
        List<Message> reasons = new ArrayList<>();
        devices.forEach(device -> reason(device, overwrite).ifPresent(reasons::add));
        reasons.addAll(inUse(devices));
        if (!reasons.isEmpty()) {
            boolean onlyData = reasons.stream().allMatch(reason -> reason.key().equals(HOLDS));
            throw VirtException.refused(programs.operation(), programs.object(), reasons,
                    Message.of(DeviceGuard.class, onlyData ? "holds.hint" : "in-use.hint"));
        }
        return kernels;
    }

    private static Optional<Message> reason(BlockDevice device, boolean overwrite) {
        if (device.readOnly()) {
            return Optional.of(Message.of(DeviceGuard.class, "read-only", device.path()));
        }
        if (device.busy()) {
            return Optional.of(Message.of(DeviceGuard.class, "mounted", device.path()));
        }
        return part(device).or(() -> device.blank() || overwrite ? Optional.empty() : Optional.of(Message.of(DeviceGuard.class, HOLDS,
                device.path(), device.holds().orElseGet(() -> device.above().getFirst().path()))));
    }

    /** Of what it is a part, put together or not: overwriting it would break that, whatever was agreed to. */
    private static Optional<Message> part(BlockDevice device) {
        Optional<Message> made = device.made().filter(each -> each.type().equals(SEVERAL_PATHS))
                .map(each -> Message.of(DeviceGuard.class, "path", device.path(), each.path()));
        return made.or(() -> device.member().map(each -> each.holds().filter(LVM_MEMBER::equals).isPresent()
                        ? Message.of(DeviceGuard.class, "member", each.path())
                        : Message.of(DeviceGuard.class, "part", each.path(), each.holds().orElse(""))))
                .or(() -> device.made().map(each -> Message.of(DeviceGuard.class, "made", device.path(), each.path())));
    }

    /** Domains, running or not, and pools that have one of the devices, a piece of it, or what it is a piece of. */
    private List<Message> inUse(List<BlockDevice> devices) {
        Set<String> kin = new LinkedHashSet<>();
        List<BlockDevice> all = Report.devices(programs, List.of());
        for (BlockDevice device : devices) {
            device.all().map(BlockDevice::path).forEach(kin::add);
            all.stream().flatMap(each -> line(each, device.path())).forEach(kin::add);
        }
        List<Message> reasons = new ArrayList<>();
        users(kin).forEach(user -> reasons.add(Message.of(DeviceGuard.class, "domain", user.device(), user.domain().domain(), user.domain().target())));
        Set<String> pools = pooled.get();
        Map<String, String> leads = leads(kin, pools);
        Set<String> pooledDevices = new LinkedHashSet<>();
        pools.forEach(each -> pooledDevices.add(leads.get(each)));
        kin.stream().filter(each -> pooledDevices.contains(leads.get(each))).forEach(each -> reasons.add(Message.of(DeviceGuard.class, "pool", each)));
        return reasons;
    }

    /** The paths of the device, of what it is made of below {@code from}, and of what is made of it; none if it is not there. */
    private static Stream<String> line(BlockDevice from, String device) {
        if (from.path().equals(device)) {
            return from.all().map(BlockDevice::path);
        }
        List<String> above = from.above().stream().flatMap(each -> line(each, device)).toList();
        return above.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(from.path()), above.stream());
    }

    /** The domains, running or not, that have one of the devices for a disk, whatever they call it. */
    private List<User> users(Collection<String> devices) {
        ImageUse now = use.get();
        return asked(devices, now).entrySet().stream()
                .flatMap(image -> now.domains(image.getKey()).stream().map(user -> new User(image.getValue(), user))).distinct().toList();
    }

    /** Those who need one of the devices: domains that matter, and image files that build on it. LVM's own snapshots of it are asked of LVM. */
    List<ImageNeed> needs(Collection<String> devices, Predicate<ImageUse.ByDomain> matters) {
        ImageUse now = use.get();
        return asked(devices, now).entrySet().stream().flatMap(image -> Stream.concat(
                now.domains(image.getKey()).stream().filter(matters).map(user -> ImageNeed.of(image.getValue(), user)),
                now.children(image.getKey()).stream().filter(child -> !child.startsWith("/dev/"))
                        .map(child -> new ImageNeed(ImageNeed.Kind.CHILD, image.getValue(), child, "")))).distinct().toList();
    }

    /** The images that are one of the devices, whatever they are called, with the device as it was asked for. */
    private Map<String, String> asked(Collection<String> devices, ImageUse now) {
        List<String> images = now.images().stream().filter(image -> image.startsWith("/dev/")).toList();
        Map<String, String> leads = leads(devices, images);
        Map<String, String> asked = new LinkedHashMap<>();
        devices.forEach(device -> asked.putIfAbsent(leads.get(device), device));
        Map<String, String> found = new LinkedHashMap<>();
        images.stream().filter(image -> asked.containsKey(leads.get(image))).forEach(image -> found.put(image, asked.get(leads.get(image))));
        return found;
    }

    /** What each of the names leads to; a name that leads nowhere to itself. */
    Map<String, String> leads(Collection<String> some, Collection<String> more) {
        List<String> names = Stream.concat(some.stream(), more.stream()).distinct().toList();
        Map<String, String> leads = new HashMap<>();
        if (!names.isEmpty()) {
            String[] found = programs.run(Programs.words(List.of("realpath", "-m", "-z", "--"), names).toArray(String[]::new)).split("\0");
            for (int i = 0; i < found.length; i++) {
                leads.put(names.get(i), found[i]);
            }
        }
        return leads;
    }
}
