package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A {@code <disk>} for a domain's document, made of a volume: at the next free target, on the bus that the domain's other disks are
 * on, with the volume's format.
 */
public final class DiskDraft {

    /** Pools whose volumes libvirt 9.0.0 finds by {@code <disk type='volume'>}: {@code virDomainDiskTranslateSourcePool}. */
    private static final Set<String> BY_POOL = Set.of("dir", "fs", "netfs", "logical", "disk", "scsi", "zfs", "vstorage", "iscsi",
            "iscsi-direct");

    /** Pools that live on the network, and the protocol QEMU reads them by. */
    private static final Map<String, String> PROTOCOLS = Map.of("rbd", "rbd", "gluster", "gluster", "sheepdog", "sheepdog");

    /** Formats of volumes that are formats of QEMU's images too; the others (iso, none, file systems) are read as they are. */
    private static final Set<String> IMAGE_FORMATS = Set.of("qcow", "qcow2", "qed", "vmdk", "vpc", "vdi", "bochs", "cloop", "dmg");

    private static final Map<String, String> PREFIX_OF_BUS = Map.of("virtio", "vd", "ide", "hd", "fdc", "fd", "xen", "xvd");
    private static final String OTHER_PREFIX = "sd";
    private static final Set<String> QEMU = Set.of("", "kvm", "qemu", "hvf");
    private static final int LETTERS = 26;

    private final PoolSummary pool;
    private final VolumeSummary volume;

    public DiskDraft(PoolSummary pool, VolumeSummary volume) {
        this.pool = pool;
        this.volume = volume;
    }

    /** Puts the disk behind the last one. Empty if the document is no domain with a closed {@code <devices>}. */
    public Optional<TextEdit> in(XmlTree domain) {
        return domain.root().filter(root -> root.name().equals("domain")).flatMap(root -> root.element("devices")
                .filter(devices -> devices.endTag().isPresent()).map(devices -> in(domain, root, devices)));
    }

    private TextEdit in(XmlTree domain, XmlElement root, XmlElement devices) {
        List<XmlElement> disks = devices.elements("disk");
        Optional<XmlElement> last = disks.isEmpty() ? devices.element("emulator") : Optional.of(disks.getLast());
        String indent = last.map(element -> indent(domain, element)).orElseGet(() -> indent(domain, devices) + "  ");
        int place = last.map(element -> element.span().end()).orElse(devices.startTag().end());
        return TextEdit.insert(place, "\n" + indent + disk(root, disks).replace("\n", "\n" + indent));
    }

    private String disk(XmlElement root, List<XmlElement> disks) {
        boolean cdrom = volume.format().equals("iso");
        String bus = bus(root, disks, cdrom ? "cdrom" : "disk");
        Set<String> taken = disks.stream().flatMap(disk -> disk.element("target").stream()).map(target -> target.value("dev"))
                .collect(Collectors.toCollection(HashSet::new));
        String driver = QEMU.contains(root.value("type"))
                ? "\n  <driver name='qemu' type='" + (IMAGE_FORMATS.contains(volume.format()) ? volume.format() : "raw") + "'/>" : "";
        return "<disk type='" + type() + "' device='" + (cdrom ? "cdrom" : "disk") + "'>" + driver
                + "\n  " + source() + "\n  <target dev='" + free(PREFIX_OF_BUS.getOrDefault(bus, OTHER_PREFIX), taken) + "' bus='"
                + bus + "'/>" + (cdrom ? "\n  <readonly/>" : "") + "\n</disk>";
    }

    private String type() {
        return BY_POOL.contains(pool.type()) ? "volume" : PROTOCOLS.containsKey(pool.type()) ? "network"
                : volume.type().equals("block") ? "block" : "file";
    }

    private String source() {
        return switch (type()) {
            case "volume" -> "<source pool='" + quoted(pool.name()) + "' volume='" + quoted(volume.name()) + "'/>";
            case "network" -> "<source protocol='" + PROTOCOLS.get(pool.type()) + "' name='" + quoted(volume.path()) + "'/>";
            case "block" -> "<source dev='" + quoted(volume.path()) + "'/>";
            default -> "<source file='" + quoted(volume.path()) + "'/>";
        };
    }

    /** The bus of most of its kind; where there is none yet, the best that the machine is sure to have. */
    private static String bus(XmlElement root, List<XmlElement> disks, String device) {
        return disks.stream().filter(disk -> device(disk).equals(device)).flatMap(disk -> disk.element("target").stream())
                .map(target -> target.value("bus")).filter(bus -> !bus.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElseGet(() -> device.equals("disk") ? "virtio" : drive(root));
    }

    private static String drive(XmlElement root) {
        Optional<XmlElement> type = root.element("os").flatMap(os -> os.element("type"));
        String machine = type.map(known -> known.value("machine")).orElse("");
        String arch = type.map(known -> known.value("arch")).orElse("");
        if (machine.contains("q35")) {
            return "sata";
        }
        return Set.of("", "x86_64", "i686").contains(arch) ? "ide" : "scsi";
    }

    private static String device(XmlElement disk) {
        return disk.value("device").isEmpty() ? "disk" : disk.value("device");
    }

    /** {@code vda} … {@code vdz}, {@code vdaa}, …: libvirt's {@code virIndexToDiskName}. */
    private static String free(String prefix, Collection<String> taken) {
        int index = 0;
        while (taken.contains(prefix + letters(index))) {
            index++;
        }
        return prefix + letters(index);
    }

    private static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }

    private static String indent(XmlTree document, XmlElement element) {
        int start = element.span().start();
        String before = document.text().substring(document.lines().lineStart(document.lines().line(start)), start);
        return before.isBlank() ? before : "";
    }

    private static String quoted(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
