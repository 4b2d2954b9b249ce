package dev.virtworkbench.engine.inside;

import dev.virtworkbench.engine.inside.Fish.Refusal;
import dev.virtworkbench.engine.inside.Survey.FileSystem;
import dev.virtworkbench.engine.inside.Survey.GuestSystem;
import dev.virtworkbench.engine.inside.Survey.Partition;
import dev.virtworkbench.engine.inside.Survey.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads what an image has inside. */
final class Surveying {

    private static final Set<String> NO_FILES = Set.of("swap", "crypto_LUKS", "BitLocker", "unknown");
    private static final String LUKS = "crypto_LUKS";

    private final Appliance at;
    /** What was found before and stays as it is. Each question starts a program in the appliance, which takes its time where that is emulated. */
    private final Optional<Survey> before;

    private Surveying(Appliance at, Optional<Survey> before) {
        this.at = at;
        this.before = before;
    }

    /** All of it. */
    static Survey survey(Appliance at, Consumer<Stage> stages) {
        stages.accept(Stage.PARTITIONS);
        Surveying surveying = new Surveying(at, Optional.empty());
        String device = surveying.device();
        Optional<String> table = at.perhaps("part-get-parttype", device).map(String::strip);
        List<Partition> partitions = table.isPresent() ? surveying.partitions(device) : List.of();
        return surveying.survey(surveying.number("blockdev-getsize64", device), table, partitions, List.of(), stages);
    }

    /** What there is once something has been opened: other file systems, and operating systems if none was found. */
    static Survey opened(Appliance at, Survey before, Consumer<Stage> stages) {
        return new Surveying(at, Optional.of(before)).survey(before.size(), before.table(), before.partitions(), before.systems(), stages);
    }

    private Survey survey(long size, Optional<String> table, List<Partition> partitions, List<GuestSystem> known, Consumer<Stage> stages) {
        List<GuestSystem> systems = known;
        if (systems.isEmpty()) {
            stages.accept(Stage.SYSTEMS);
            systems = systems();
        }
        stages.accept(Stage.FILE_SYSTEMS);
        List<FileSystem> fileSystems = fileSystems(partitions);
        fileSystems.addAll(locked(partitions));
        return new Survey(size, table, partitions, fileSystems, systems, at.slow());
    }

    private String device() {
        return at.ask("list-devices").lines().findFirst().orElseThrow();
    }

    private List<Partition> partitions(String device) {
        List<Partition> partitions = new ArrayList<>();
        for (Map<String, Long> each : Structures.in(at.perhaps("part-list", device).orElse(""))) {
            int number = each.get("part_num").intValue();
            // as the kernel names them
            String name = device + (Character.isDigit(device.charAt(device.length() - 1)) ? "p" : "") + number;
            partitions.add(new Partition(name, number, each.get("part_start"), each.get("part_size"), text("vfs-type", name)));
        }
        return partitions;
    }

    private List<FileSystem> fileSystems(List<Partition> partitions) {
        List<FileSystem> fileSystems = new ArrayList<>();
        for (String line : at.ask("list-filesystems").split("\n")) {
            int colon = line.lastIndexOf(": ");
            if (colon > 0) {
                String device = line.substring(0, colon);
                String type = line.substring(colon + 2);
                fileSystems.add(before.flatMap(survey -> survey.fileSystem(device)).filter(known -> known.type().equals(type))
                        .orElseGet(() -> fileSystem(device, type, partitions)));
            }
        }
        return fileSystems;
    }

    /** What LUKS has encrypted, and nobody has opened: libguestfs does not count it among file systems. */
    private List<FileSystem> locked(List<Partition> partitions) {
        List<String> devices = new ArrayList<>(partitions.stream().filter(each -> each.holds().equals(LUKS)).map(Partition::device).toList());
        Stream.concat(partitions.isEmpty() ? Stream.of(device()) : Stream.empty(), at.perhaps("lvs").orElse("").lines())
                .filter(each -> text("vfs-type", each).equals(LUKS)).forEach(devices::add);
        List<String> opened = at.perhaps("list-dm-devices").orElse("").lines().toList();
        return devices.stream().filter(each -> !opened.contains("/dev/mapper/" + Appliance.opened(each)))
                .map(each -> fileSystem(each, LUKS, partitions)).toList();
    }

    private FileSystem fileSystem(String device, String type, List<Partition> partitions) {
        Optional<Space> space = Optional.empty();
        Optional<String> problem = Optional.empty();
        if (!NO_FILES.contains(type)) {
            try {
                Map<String, Long> sizes = Structures.in(at.tried("statvfs", at.mounted(device))).getFirst();
                space = Optional.of(new Space(sizes.get("blocks") * sizes.get("frsize"), sizes.get("bfree") * sizes.get("frsize")));
            } catch (Refusal refusal) {
                problem = Optional.of(GuestPath.shown(refusal.getMessage()));
            }
        }
        long size = partitions.stream().filter(each -> each.device().equals(device)).map(Partition::size).findFirst()
                .orElseGet(() -> number("blockdev-getsize64", device));
        return new FileSystem(device, type, text("vfs-label", device), text("vfs-uuid", device), size, space, problem);
    }

    private List<GuestSystem> systems() {
        List<GuestSystem> systems = new ArrayList<>();
        Optional<String> roots = at.perhaps("inspect-os");
        at.unmounted();
        for (String root : roots.orElse("").lines().toList()) {
            Map<String, String> mountPoints = new LinkedHashMap<>();
            at.perhaps("inspect-get-mountpoints", root).orElse("").lines().map(line -> line.split(": ", 2)).filter(pair -> pair.length == 2)
                    .forEach(pair -> mountPoints.put(GuestPath.shown(pair[0]), pair[1]));
            String major = known("inspect-get-major-version", root);
            String minor = known("inspect-get-minor-version", root);
            String distribution = known("inspect-get-distro", root);
            systems.add(new GuestSystem(root, known("inspect-get-type", root), distribution, product(root, distribution), minor.isEmpty() || minor.equals("0") ? major : major + "." + minor,
                    known("inspect-get-hostname", root), mountPoints));
        }
        at.perhaps("umount-all");
        return systems;
    }

    /** Of Debian libguestfs takes the version for the name. */
    private String product(String root, String distribution) {
        String product = known("inspect-get-product-name", root);
        boolean number = !product.isEmpty() && product.chars().noneMatch(Character::isLetter);
        return number && !distribution.isEmpty() ? distribution.substring(0, 1).toUpperCase(Locale.ROOT) + distribution.substring(1) + " " + product
                : product;
    }

    /** libguestfs says {@code unknown} where it does not know. */
    private String known(String command, String root) {
        String text = text(command, root);
        return text.equals("unknown") || command.endsWith("-version") && text.equals("0") ? "" : text;
    }

    private String text(String command, String device) {
        return GuestPath.shown(at.perhaps(command, device).orElse("").strip());
    }

    private long number(String command, String device) {
        return at.perhaps(command, device).map(String::strip).filter(text -> !text.isEmpty()).map(Long::valueOf).orElse(0L);
    }
}
