package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The buses that a domain's machine has for disks, and the names of disks on them.
 *
 * @param document of the domain
 */
public record DiskPlaces(XmlTree document) {

    private static final Map<String, String> PREFIX_OF_BUS = Map.of("virtio", "vd", "ide", "hd", "fdc", "fd", "xen", "xvd");
    private static final String OTHER_PREFIX = "sd";
    private static final Set<String> PC = Set.of("", "x86_64", "i686");
    private static final int LETTERS = 26;

    /** Buses for disks of that kind; what a machine has for sure, or may be given, comes first. @param device as in {@code cdrom} */
    public List<String> buses(String device) {
        boolean pc = PC.contains(architecture());
        return switch (device) {
            case "floppy" -> List.of("fdc");
            case "lun" -> List.of("scsi", "virtio");
            case "cdrom" -> pc ? first(drive(), "sata", "ide", "scsi", "usb") : List.of("scsi", "usb");
            default -> domainType().equals("xen") ? List.of("xen", "scsi", "ide")
                    : pc ? List.of("virtio", "scsi", "sata", "usb", "ide") : List.of("virtio", "scsi", "usb");
        };
    }

    private static List<String> first(String bus, String... all) {
        List<String> buses = new ArrayList<>(List.of(all));
        buses.remove(bus);
        buses.addFirst(bus);
        return buses;
    }

    /** The bus of most of its kind; where there is none yet, the best that the machine is sure to have. */
    public String usualBus(String device) {
        return disks().stream().filter(disk -> device(disk).equals(device)).flatMap(disk -> disk.element("target").stream())
                .map(target -> target.value("bus")).filter(bus -> !bus.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElseGet(() -> switch (device) {
                    case "disk" -> "virtio";
                    case "floppy" -> "fdc";
                    case "lun" -> "scsi";
                    default -> drive();
                });
    }

    private String drive() {
        if (q35()) {
            return "sata";
        }
        return PC.contains(architecture()) ? "ide" : "scsi";
    }

    /** {@code vda} … {@code vdz}, {@code vdaa}, …: libvirt's {@code virIndexToDiskName}. @param taken by others besides this domain's disks */
    public String free(String bus, Collection<String> taken) {
        String prefix = PREFIX_OF_BUS.getOrDefault(bus, OTHER_PREFIX);
        Set<String> all = targets();
        all.addAll(taken);
        int index = 0;
        while (all.contains(prefix + letters(index))) {
            index++;
        }
        return prefix + letters(index);
    }

    private static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }

    /** The names of its disks. */
    public Set<String> targets() {
        return disks().stream().flatMap(disk -> disk.element("target").stream()).map(target -> target.value("dev"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it is the machine without IDE. */
    public boolean q35() {
        return osType().map(type -> type.value("machine")).filter(machine -> machine.contains("q35")).isPresent();
    }

    /** As in {@code kvm}. */
    public String domainType() {
        return document.root().map(root -> root.value("type")).orElse("");
    }

    /** How many threads of their own its disks may have; 0 for none. */
    public int ioThreads() {
        String words = document.root().flatMap(root -> root.element("iothreads")).map(threads -> threads.text().strip()).orElse("");
        return words.matches("[0-9]{1,4}") ? Integer.parseInt(words) : 0;
    }

    private String architecture() {
        return osType().map(type -> type.value("arch")).orElse("");
    }

    private Optional<XmlElement> osType() {
        return document.root().flatMap(root -> root.element("os")).flatMap(os -> os.element("type"));
    }

    private List<XmlElement> disks() {
        return document.root().flatMap(root -> root.element("devices")).map(devices -> devices.elements("disk")).orElse(List.of());
    }

    static String device(XmlElement disk) {
        return disk.value("device").isEmpty() ? "disk" : disk.value("device");
    }
}
