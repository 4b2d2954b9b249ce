package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlEscapes;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a domain has a disk. What is empty is left to the hypervisor.
 *
 * @param device {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}
 * @param target as in {@code vda}
 * @param format of its image, as in {@code qcow2}
 * @param cache of the host, as in {@code none}
 * @param io how QEMU reads and writes, as in {@code native}
 * @param discard what becomes of blocks that the guest gives back: {@code unmap} or {@code ignore}
 * @param detectZeroes what becomes of zeroes that the guest writes: {@code off}, {@code on} or {@code unmap}
 * @param ioThread number of the thread that serves it; 0 for none of its own
 * @param serial what the guest knows it by
 */
public record DiskSettings(DiskSource source, String device, String bus, String target, String format, String cache, String io,
        String discard, String detectZeroes, int ioThread, String serial, boolean readOnly, boolean shareable) {

    /** Formats of volumes that are formats of QEMU's images too; the others (iso, none, file systems) are read as they are. */
    private static final Set<String> IMAGE_FORMATS = Set.of("qcow", "qcow2", "qed", "vmdk", "vpc", "vdi", "bochs", "cloop", "dmg");
    private static final Set<String> QEMU = Set.of("", "kvm", "qemu", "hvf");

    /** What is usual for a volume as a new disk of that domain. */
    public static DiskSettings usual(XmlTree domain, PoolSummary pool, VolumeSummary volume) {
        return usual(domain, DiskSource.of(pool, volume), volume.format().equals("iso") ? "cdrom" : "disk", imageFormat(volume.format()));
    }

    /** What is usual for a new disk of that domain: on the bus of the others, at the next free name. */
    public static DiskSettings usual(XmlTree domain, DiskSource source, String device, String format) {
        DiskPlaces places = new DiskPlaces(domain);
        String bus = places.usualBus(device);
        return new DiskSettings(source, device, bus, places.free(bus, List.of()), format, "", "", "", "", 0, "", device.equals("cdrom"), false);
    }

    /** The format in which QEMU reads a volume of that format of libvirt's. */
    public static String imageFormat(String volumeFormat) {
        return IMAGE_FORMATS.contains(volumeFormat) ? volumeFormat : "raw";
    }

    /** Those of a disk as it is; empty if the domain has none of that name. */
    public static Optional<DiskSettings> of(XmlTree domain, String target) {
        return new DiskEdits(domain).disk(target).map(DiskSettings::of);
    }

    private static DiskSettings of(XmlElement disk) {
        Optional<XmlElement> driver = disk.element("driver");
        Optional<XmlElement> target = disk.element("target");
        String thread = value(driver, "iothread");
        return new DiskSettings(DiskSource.of(disk), DiskPlaces.device(disk), value(target, "bus"), value(target, "dev"), value(driver, "type"),
                value(driver, "cache"), value(driver, "io"), value(driver, "discard"), value(driver, "detect_zeroes"),
                thread.matches("[0-9]{1,4}") ? Integer.parseInt(thread) : 0,
                disk.element("serial").map(serial -> serial.text().strip()).orElse(""), disk.element("readonly").isPresent(),
                disk.element("shareable").isPresent());
    }

    private static String value(Optional<XmlElement> element, String attribute) {
        return element.map(known -> known.value(attribute)).orElse("");
    }

    /** What {@code <driver>} says; empty values for what it does not say. */
    Map<String, String> driver() {
        Map<String, String> driver = new LinkedHashMap<>();
        driver.put("type", format);
        driver.put("cache", cache);
        driver.put("io", io);
        driver.put("discard", discard);
        driver.put("detect_zeroes", detectZeroes);
        driver.put("iothread", ioThread == 0 ? "" : Integer.toString(ioThread));
        return driver;
    }

    /** The {@code <disk>} element, for a domain of that type. @param domainType as in {@code kvm} */
    public String xml(String domainType) {
        StringBuilder xml = new StringBuilder("<disk type='" + source.type() + "' device='" + device + "'>");
        if (QEMU.contains(domainType)) {
            xml.append("\n  ").append(driverXml());
        }
        if (!source.empty()) {
            xml.append("\n  ").append(source.xml());
        }
        xml.append("\n  <target dev='").append(XmlEscapes.attribute(target)).append("' bus='").append(bus).append("'/>");
        if (!serial.isEmpty()) {
            xml.append("\n  ").append(serialXml());
        }
        if (readOnly) {
            xml.append("\n  <readonly/>");
        }
        if (shareable) {
            xml.append("\n  <shareable/>");
        }
        return xml.append("\n</disk>").toString();
    }

    String driverXml() {
        StringBuilder xml = new StringBuilder("<driver name='qemu'");
        driver().forEach((attribute, value) -> {
            if (!value.isEmpty()) {
                xml.append(' ').append(attribute).append("='").append(XmlEscapes.attribute(value)).append('\'');
            }
        });
        return xml.append("/>").toString();
    }

    String serialXml() {
        return "<serial>" + XmlEscapes.text(serial) + "</serial>";
    }
}
