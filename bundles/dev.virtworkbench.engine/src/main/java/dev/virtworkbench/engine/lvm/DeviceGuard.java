package dev.virtworkbench.engine.lvm;

import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What speaks against giving whole devices to LVM. Devices have many names; they are told apart by what the host's own names lead to.
 *
 * @param use the host's, asked anew each time
 * @param pooled paths of the devices that pools are made of
 */
record DeviceGuard(Programs programs, Supplier<ImageUse> use, Supplier<Set<String>> pooled) {

    private static final String HOLDS = "holds";

    /**
     * Fails the job unless all can become LVM's.
     *
     * @param paths in any spelling
     * @param overwrite whether what is on them may go; what is in use is refused all the same
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
        reasons.addAll(inUse(kernels));
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
        if (device.holds().filter("LVM2_member"::equals).isPresent()) {
            return Optional.of(Message.of(DeviceGuard.class, "member", device.path()));
        }
        return device.blank() || overwrite ? Optional.empty() : Optional.of(Message.of(DeviceGuard.class, HOLDS, device.path(),
                device.holds().orElseGet(() -> device.above().getFirst().path())));
    }

    /** Domains, running or not, and pools that have one of the devices. */
    private List<Message> inUse(List<String> kernels) {
        List<Message> reasons = new ArrayList<>();
        ImageUse now = use.get();
        List<String> images = now.images().stream().filter(image -> image.startsWith("/dev/")).toList();
        List<String> leads = canonical(images);
        for (int i = 0; i < images.size(); i++) {
            String device = leads.get(i);
            if (kernels.contains(device)) {
                now.domains(images.get(i)).forEach(user -> reasons.add(Message.of(DeviceGuard.class, "domain", device, user.domain(), user.target())));
            }
        }
        new LinkedHashSet<>(canonical(pooled.get())).stream().filter(kernels::contains)
                .forEach(device -> reasons.add(Message.of(DeviceGuard.class, "pool", device)));
        return reasons;
    }

    /** What each of the names leads to, in their order; a name that leads nowhere stays. */
    List<String> canonical(Collection<String> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        return List.of(programs.run(Programs.words(List.of("realpath", "-m", "-z", "--"), paths).toArray(String[]::new)).split("\0"));
    }
}
