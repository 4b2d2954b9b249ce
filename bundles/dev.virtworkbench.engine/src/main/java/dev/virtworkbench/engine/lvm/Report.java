package dev.virtworkbench.engine.lvm;

import dev.virtworkbench.engine.commands.Json;
import dev.virtworkbench.engine.commands.Programs;
import java.util.List;
import java.util.Optional;

/** What the programs of a host tell of its devices and groups. */
final class Report {

    /** Fields of each of LVM's reports; the last two have none that is of use, and cannot be left out. */
    private static final List<String> FIELDS = List.of(
            "--configreport", "vg", "-o", "vg_name,vg_size,vg_free,vg_extent_size",
            "--configreport", "pv", "-o", "pv_name,pv_size,pv_free,pv_missing",
            "--configreport", "lv", "-o", "lv_name,lv_path,lv_size,origin,data_percent,pool_lv,lv_attr",
            "--configreport", "pvseg", "-o", "pvseg_start", "--configreport", "seg", "-o", "seg_start");

    /** Where in the attributes of a volume its state stands (lvs(8)). */
    private static final int ACTIVE = 4;

    /** How long udev may take to look at what was written: it is told of each device, and asked for nothing else. */
    private static final int UDEV_SECONDS = 10;

    private Report() {
    }

    /** All groups, in LVM's order. */
    static List<VolumeGroup> groups(Programs programs) {
        List<String> command = Programs.words(List.of("lvm", "fullreport", "--reportformat", "json", "--units", "b", "--nosuffix"), FIELDS);
        return Json.of(programs.run(command.toArray(String[]::new))).list("report").stream()
                // devices of no group have a report of their own
                .filter(each -> !each.list("vg").isEmpty()).map(Report::group).filter(group -> !group.name().isEmpty()).toList();
    }

    private static VolumeGroup group(Json report) {
        Json group = report.list("vg").getFirst();
        List<PhysicalVolume> devices = report.list("pv").stream().map(each ->
                new PhysicalVolume(each.text("pv_name"), each.number("pv_size"), each.number("pv_free"), !each.text("pv_missing").isEmpty())).toList();
        List<LogicalVolume> volumes = report.list("lv").stream().map(Report::volume).toList();
        return new VolumeGroup(group.text("vg_name"), group.number("vg_size"), group.number("vg_free"), group.number("vg_extent_size"), devices,
                volumes);
    }

    private static LogicalVolume volume(Json volume) {
        return new LogicalVolume(volume.text("lv_name"), volume.text("lv_path"), volume.number("lv_size"), present(volume, "origin"),
                present(volume, "data_percent").map(Double::valueOf), present(volume, "pool_lv"),
                volume.text("lv_attr").startsWith("t"), volume.text("lv_attr").startsWith("a", ACTIVE));
    }

    /** LVM prints nothing for what a thing does not have. */
    private static Optional<String> present(Json object, String field) {
        return object.optionalText(field).filter(text -> !text.isEmpty());
    }

    /** All block devices, or those of the paths; each with what is above it, which {@code lsblk} tells only beside their names. */
    static List<BlockDevice> devices(Programs programs, List<String> paths) {
        // lsblk says what udev has seen, which looks at a device a moment after somebody has written to it
        programs.runIfAny("udevadm", "settle", "--timeout=" + UDEV_SECONDS);
        List<String> command = Programs.words(
                List.of("lsblk", "--json", "--bytes", "--paths", "--output", "NAME,SIZE,TYPE,MODEL,SERIAL,FSTYPE,PTTYPE,MOUNTPOINT,RO", "--"), paths);
        return Json.of(programs.run(command.toArray(String[]::new))).list("blockdevices").stream().map(Report::device).toList();
    }

    private static BlockDevice device(Json device) {
        return new BlockDevice(device.text("name"), device.number("size"), device.text("type"), device.text("model").strip(),
                device.text("serial").strip(), present(device, "fstype").or(() -> present(device, "pttype")), present(device, "mountpoint"),
                device.flag("ro"), device.list("children").stream().map(Report::device).toList());
    }
}
