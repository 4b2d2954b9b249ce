package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.difference.ChangeKind;
import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Place;
import dev.virtworkbench.engine.difference.Step;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a difference between two configurations of a domain can be done while it runs. Which devices may come and go is
 * {@code qemuDomainAttachDeviceLive} and {@code qemuDomainDetachDeviceLive}; what of a device may change is
 * {@code qemuDomainUpdateDeviceLive} of libvirt 9.0.0. A host may still refuse: the answer is libvirt's.
 */
final class LiveChanges {

    private static final Set<String> PLUGGABLE = Set.of("disk", "controller", "interface", "hostdev", "redirdev", "channel",
            "serial", "console", "parallel", "rng", "memory", "shmem", "watchdog", "input", "vsock", "lease", "filesystem");

    /** Buses of disks that QEMU can neither plug nor unplug. */
    private static final Set<String> FIXED_BUSES = Set.of("ide", "sata", "fdc");

    /** By device, the paths below it, or their beginnings, that may change. */
    private static final Map<String, Set<String>> CHANGEABLE = Map.of(
            "disk", Set.of("source", "@type", "driver@type"),
            "interface", Set.of("link", "bandwidth", "filterref", "source@network", "source@bridge", "source@portgroup"),
            "graphics", Set.of("@passwd", "@passwdValidTo", "@connected"),
            "memory", Set.of("target/requested"));

    private LiveChanges() {
    }

    /**
     * One for each device that came, went or changed, as far as it can be done.
     *
     * @param difference from the configuration before to the one after
     * @param after that one
     */
    static List<LiveChange> of(Difference difference, XmlTree after) {
        List<LiveChange> possible = new ArrayList<>();
        Map<List<Object>, List<Change>> byDevice = difference.changes().stream()
                .filter(change -> change.place().steps().size() > 2 && change.place().steps().get(1).name().equals("devices"))
                .collect(Collectors.groupingBy(LiveChanges::device, LinkedHashMap::new, Collectors.toList()));
        Optional<XmlElement> devices = devices(after);
        byDevice.values().forEach(changes -> one(changes.getFirst().place().steps().get(2), changes, devices).ifPresent(possible::add));
        return possible;
    }

    /** Of devices that came or went, two without a name of their own are two. */
    private static List<Object> device(Change change) {
        List<Step> steps = change.place().steps().subList(0, 3);
        boolean whole = change.place().steps().size() == 3 && change.kind() != ChangeKind.CHANGED && change.place().attribute().isEmpty();
        return whole ? List.of(steps, change.after().or(change::before).orElseThrow().element()) : List.of(steps);
    }

    /**
     * What planned changes are after libvirt took the text: with what it filled in, as the address of an interface. One for each,
     * in their order; empty where no such change came of it.
     *
     * @param back what libvirt made of the text
     * @param outcome from the configuration before to that
     */
    static List<Optional<LiveChange>> afterwards(List<LiveChange> planned, XmlTree back, Difference outcome) {
        List<LiveChange> possible = of(outcome, back);
        Optional<XmlElement> devices = devices(back);
        return planned.stream().map(plan -> {
            Optional<XmlElement> made = devices.flatMap(among -> Difference.counterpart(plan.element(), among));
            return possible.stream().filter(change -> change.call() == plan.call()).filter(change -> switch (plan.call()) {
                case DETACH -> change.xml().equals(plan.xml());
                case ATTACH, UPDATE -> made.filter(element -> element == change.element()).isPresent();
            }).findFirst();
        }).toList();
    }

    private static Optional<XmlElement> devices(XmlTree document) {
        return document.root().flatMap(root -> root.element("devices"));
    }

    /** @param devices after the changes */
    private static Optional<LiveChange> one(Step device, List<Change> changes, Optional<XmlElement> devices) {
        Change first = changes.getFirst();
        String words = new Place(first.place().steps().subList(0, 3), "").words();
        if (first.place().steps().size() == 3 && first.place().attribute().isEmpty() && PLUGGABLE.contains(device.name())) {
            return switch (first.kind()) {
                case ADDED -> first.after().filter(side -> pluggable(side.element())).map(side -> new LiveChange(LiveChange.Call.ATTACH,
                        words, side.element(), first));
                case REMOVED -> first.before().filter(side -> pluggable(side.element())).map(side -> new LiveChange(
                        LiveChange.Call.DETACH, words, side.element(), first));
                case CHANGED -> Optional.empty();
            };
        }
        return after(changes, devices).filter(element -> changes.stream().allMatch(change -> changeable(element, change)))
                .map(element -> new LiveChange(LiveChange.Call.UPDATE, words, element, first));
    }

    private static boolean pluggable(XmlElement device) {
        return !device.localName().equals("disk") || device.element("target").filter(target -> FIXED_BUSES.contains(target.value("bus"))).isEmpty();
    }

    /**
     * The device as it is configured afterwards. Where every change took something out, that of a drive that was emptied is looked for,
     * and no other.
     */
    private static Optional<XmlElement> after(List<Change> changes, Optional<XmlElement> devices) {
        return changes.stream().flatMap(change -> change.after().stream()).map(side -> device(side.element())).findFirst()
                .or(() -> changes.getFirst().before().map(side -> device(side.element())).filter(old -> old.localName().equals("disk"))
                        .flatMap(old -> devices.flatMap(among -> Difference.counterpart(old, among))));
    }

    private static XmlElement device(XmlElement part) {
        XmlElement at = part;
        while (at.parent().isPresent() && !at.parent().get().localName().equals("devices")) {
            at = at.parent().get();
        }
        return at;
    }

    private static boolean changeable(XmlElement device, Change change) {
        String kind = device.value("device");
        if (device.localName().equals("disk") && !kind.equals("cdrom") && !kind.equals("floppy")) {
            return false;
        }
        String path = change.place().steps().stream().skip(3).map(Step::name).collect(Collectors.joining("/"))
                + (change.place().attribute().isEmpty() ? "" : "@" + change.place().attribute());
        return CHANGEABLE.getOrDefault(device.localName(), Set.of()).stream()
                .anyMatch(allowed -> path.equals(allowed) || path.startsWith(allowed + "/") || path.startsWith(allowed + "@"));
    }
}
