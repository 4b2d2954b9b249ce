package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;

/** The disk that an image is of a domain that runs with it: such an image is changed by its domain, and by nobody else. */
final class RunningDisk {

    private RunningDisk() { }

    /** Empty if no domain runs with it, or if that cannot be told: what changes it looks again. On the UI thread. */
    static Optional<OfDisk> of(ImageFile image) {
        try {
            for (Host host : image.hosts()) {
                Optional<OfDisk> disk = HostChoice.connected(host) ? of(image, host) : Optional.empty();
                if (disk.isPresent()) {
                    return disk;
                }
            }
        } catch (VirtException e) {
            Failure.log(e);
        }
        return Optional.empty();
    }

    private static Optional<OfDisk> of(ImageFile image, Host host) {
        Optional<ImageUse.ByDomain> user = Waiting.forResult(host.domains().imageUse()).stream()
                .flatMap(use -> use.domains(image.path()).stream()).filter(each -> each.running() && each.directly()).findFirst();
        Optional<DomainSummary> domain = user.flatMap(each -> VirtWorkbench.get().contents().of(host).domains().latest().stream()
                .flatMap(List::stream).filter(known -> known.name().equals(each.domain())).findFirst());
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        List<Disk> disks = Waiting.forResult(host.domains().domain(domain.get()).disks(false)).orElse(List.of());
        return disks.stream().filter(disk -> disk.target().equals(user.get().target())).findFirst().map(disk -> new OfDisk(host, domain.get(), disk));
    }
}
