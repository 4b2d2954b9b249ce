package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What libvirt or QEMU says against how a domain shall have a disk.
 *
 * @param refused whether libvirt does not take it at all; otherwise it is only unwise
 * @param why for people
 */
public record DiskAdvice(boolean refused, Message why) {

    /** The longest serial that guests see, in characters: {@code VIRTIO_BLK_ID_BYTES} of virtio's specification. */
    private static final int VIRTIO_SERIAL = 20;
    /** Page 0x80 of SCSI's vital product data, as QEMU fills it. */
    private static final int SCSI_SERIAL = 36;
    /** {@code diskSerial} of libvirt's schema. */
    private static final String SERIAL = "[A-Za-z0-9_.+ -]*";
    /** {@code <target dev=…>} of libvirt's schema. */
    private static final String TARGET = "(ioemu:)?(fd|hd|sd|vd|xvd|ubd)[a-zA-Z0-9_]+";
    private static final Set<String> UNCACHED = Set.of("none", "directsync");
    private static final Set<String> HOTPLUGGED = Set.of("virtio", "scsi", "usb", "xen");

    /**
     * What is known of an image.
     *
     * @param path on the host; empty where it is not known
     * @param format as its first bytes say; empty where nobody has looked
     * @param use who uses which image; empty where nobody has looked yet
     */
    public record Known(String path, Optional<String> format, Optional<ImageUse> use) {
        /** Nothing yet. */
        public static final Known NOTHING = new Known("", Optional.empty(), Optional.empty());
    }

    /**
     * All there is to say, what libvirt refuses first.
     *
     * @param domain the document that the disk shall be in, without the disk itself
     * @param name of that domain
     */
    public static List<DiskAdvice> on(DiskSettings disk, XmlTree domain, String name, Known known) {
        List<DiskAdvice> all = new ArrayList<>();
        place(disk, new DiskPlaces(domain), all);
        reading(disk, new DiskPlaces(domain), all);
        sharing(disk, all);
        image(disk, name, known, all);
        all.sort((one, other) -> Boolean.compare(other.refused, one.refused));
        return all;
    }

    /** Whether such a disk can come or go while the domain runs. */
    public static boolean hotplugs(DiskSettings disk) {
        return HOTPLUGGED.contains(disk.bus()) && (disk.device().equals("disk") || disk.device().equals("lun"));
    }

    private static void place(DiskSettings disk, DiskPlaces places, List<DiskAdvice> all) {
        if (!disk.target().matches(TARGET)) {
            all.add(refused("target-wrong", disk.target()));
        } else if (places.targets().contains(disk.target())) {
            all.add(refused("target-taken", disk.target()));
        }
        if (disk.bus().equals("ide") && places.q35()) {
            all.add(refused("ide-q35"));
        }
        if (disk.readOnly() && disk.device().equals("disk") && Set.of("ide", "sata").contains(disk.bus())) {
            all.add(refused("readonly-bus", disk.bus()));
        }
        if (disk.source().empty() && (disk.device().equals("disk") || disk.device().equals("lun"))) {
            all.add(refused("no-image"));
        }
        if (disk.device().equals("lun") && !Set.of("block", "network", "volume").contains(disk.source().type())) {
            all.add(refused("lun-file"));
        }
        if (disk.device().equals("lun") && !disk.format().equals("raw")) {
            all.add(refused("lun-format"));
        }
        if (!disk.serial().matches(SERIAL)) {
            all.add(refused("serial-wrong"));
        }
        int longest = disk.bus().equals("virtio") ? VIRTIO_SERIAL : SCSI_SERIAL;
        if (disk.serial().length() > longest) {
            all.add(unwise("serial-long", longest));
        }
    }

    private static void reading(DiskSettings disk, DiskPlaces places, List<DiskAdvice> all) {
        if (disk.io().equals("native") && !UNCACHED.contains(disk.cache())) {
            all.add(refused("native-cached"));
        }
        if (disk.cache().equals("unsafe")) {
            all.add(unwise("unsafe"));
        }
        if (disk.detectZeroes().equals("unmap") && !disk.discard().equals("unmap")) {
            all.add(unwise("zeroes-kept"));
        }
        if (disk.ioThread() > 0 && !disk.bus().equals("virtio")) {
            all.add(refused("thread-bus", disk.bus()));
        } else if (disk.ioThread() > places.ioThreads()) {
            all.add(refused("thread-missing", disk.ioThread(), places.ioThreads()));
        }
    }

    private static void sharing(DiskSettings disk, List<DiskAdvice> all) {
        if (!disk.shareable()) {
            return;
        }
        if (!disk.format().equals("raw")) {
            all.add(refused("shared-format", disk.format()));
        }
        if (!UNCACHED.contains(disk.cache())) {
            all.add(unwise("shared-cached"));
        }
        if (!disk.readOnly()) {
            all.add(unwise("shared-written"));
        }
    }

    private static void image(DiskSettings disk, String domain, Known known, List<DiskAdvice> all) {
        known.format().filter(format -> !disk.source().empty() && !format.equals(disk.format()))
                .ifPresent(format -> all.add(disk.format().equals("raw") ? unwise("format-hidden", format) : unwise("format-wrong", format, disk.format())));
        if (known.use().isEmpty() || known.path().isEmpty()) {
            return;
        }
        List<ImageUse.ByDomain> users = known.use().get().domains(known.path()).stream()
                .filter(user -> !user.domain().equals(domain) || !user.target().equals(disk.target())).toList();
        users.stream().filter(user -> user.domain().equals(domain)).findFirst().ifPresent(user -> all.add(unwise("used-here", user.target())));
        List<String> others = users.stream().filter(user -> !user.domain().equals(domain)).map(ImageUse.ByDomain::domain).distinct().toList();
        boolean running = users.stream().anyMatch(user -> !user.domain().equals(domain) && user.running());
        if (!others.isEmpty() && !disk.readOnly() && !disk.shareable()) {
            all.add(unwise(running ? "used-running" : "used", String.join(", ", others)));
        }
        List<String> children = known.use().get().children(known.path());
        if (!children.isEmpty() && !disk.readOnly()) {
            all.add(unwise("children", children.getFirst(), children.size()));
        }
    }

    private static DiskAdvice refused(String key, Object... arguments) {
        return new DiskAdvice(true, Message.of(DiskAdvice.class, "advice." + key, arguments));
    }

    private static DiskAdvice unwise(String key, Object... arguments) {
        return new DiskAdvice(false, Message.of(DiskAdvice.class, "advice." + key, arguments));
    }
}
