package dev.virtworkbench.engine.domains;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In which order a domain's next start has its disks. libvirt keeps those of one bus by the letters of their names, wherever they stand in
 * the document that it is given ({@code virDomainDiskInsert} of libvirt 9.0.0), so that a disk moves by its name.
 *
 * @param disks of the domain, in any order
 */
public record DiskOrder(List<Disk> disks) {

    /** Those of {@code virDiskNameParse}. */
    private static final Pattern PREFIX = Pattern.compile("^(fd|hd|sd|vd|xvd|ubd)");
    /** vdz is before vdaa. */
    private static final Comparator<Disk> BY_LETTERS = Comparator.<Disk>comparingInt(disk -> letters(disk).length()).thenComparing(DiskOrder::letters);

    public DiskOrder {
        disks = List.copyOf(disks);
    }

    /** The one right before that disk on its bus; empty if it is the first, or only the running domain has it. */
    public Optional<Disk> before(Disk disk) {
        return beside(disk, -1);
    }

    /** The one right behind that disk on its bus; empty if it is the last, or only the running domain has it. */
    public Optional<Disk> behind(Disk disk) {
        return beside(disk, 1);
    }

    private Optional<Disk> beside(Disk disk, int step) {
        List<Disk> onBus = disks.stream().filter(each -> !each.untilShutOff() && each.bus().equals(disk.bus())).sorted(BY_LETTERS).toList();
        int at = onBus.stream().map(Disk::target).toList().indexOf(disk.target());
        int beside = at + step;
        return at < 0 || beside < 0 || beside == onBus.size() ? Optional.empty() : Optional.of(onBus.get(beside));
    }

    private static String letters(Disk disk) {
        return PREFIX.matcher(disk.target()).replaceFirst("");
    }
}
