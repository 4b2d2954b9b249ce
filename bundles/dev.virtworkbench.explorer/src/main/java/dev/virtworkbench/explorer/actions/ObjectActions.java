package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.blockjobs.DiskActions;
import dev.virtworkbench.explorer.disks.DomainDisks;
import dev.virtworkbench.explorer.domains.MoveDisk;
import dev.virtworkbench.explorer.groups.LogicalActions;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.language.findings.Message;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All actions by the names that {@code plugin.xml} has for them: {@code pool.start}, {@code volume.delete}. */
public final class ObjectActions {

    private static final Map<String, ObjectAction<?>> ALL = Stream.of(
                    named("host", HostActions.all()), named("pool", PoolActions.all()), named("volume", VolumeActions.all()),
                    named("logical", logical()), named("domain", DomainActions.all()), named("disk", disks()), named("disk", disksOfAny()),
                    named("domain", disksOfDomains()), named("volume", disksOfVolumes()), named("network", NetworkActions.all()),
                    named("secret", SecretActions.all()))
            .flatMap(actions -> actions).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private ObjectActions() { }

    /** That action on that selection, to be run on the UI thread; empty if it does not fit. On the UI thread. */
    public static Optional<Runnable> find(String name, Object selection) {
        return named(name).on(selection);
    }

    /** Why that action does not fit that selection; empty if it does, or is for other objects. On the UI thread. */
    static Optional<Message> obstacle(String name, Object selection) {
        return named(name).obstacleOn(selection);
    }

    private static ObjectAction<?> named(String name) {
        ObjectAction<?> action = ALL.get(name);
        if (action == null) {
            throw new IllegalArgumentException("no action " + name);
        }
        return action;
    }

    private static Map<String, ObjectAction<OfVolume>> logical() {
        return Map.of("grow", ofLogical(LogicalActions::fits, LogicalActions::grow), "shrink", ofLogical(LogicalActions::fits, LogicalActions::shrink),
                "snapshot", ofLogical(LogicalActions::mayHaveSnapshots, LogicalActions::snapshot),
                "revert", ofLogical(LogicalActions::isSnapshot, LogicalActions::revert), "rename", ofLogical(LogicalActions::fits, LogicalActions::rename));
    }

    private static ObjectAction<OfVolume> ofLogical(Predicate<OfVolume> fits, Consumer<LogicalActions> work) {
        return new ObjectAction<>(OfVolume.class, volumes -> volumes.size() == 1 && fits.test(volumes.getFirst()),
                volumes -> ObjectAction.unlessOne(volumes), volumes -> work.accept(new LogicalActions(Person.shell(), volumes.getFirst())));
    }

    private static Map<String, ObjectAction<OfDisk>> disks() {
        return Map.of("commit", ofDisk(DiskActions::commit), "pull", ofDisk(DiskActions::pull), "copy", ofDisk(DiskActions::copy),
                "grow", ofDisk(DiskActions::grow), "end", ofDisk(DiskActions::end),
                "move", new ObjectAction<>(OfDisk.class, disks -> disks.size() == 1 && MoveDisk.fits(disks.getFirst()),
                        disks -> new MoveDisk(Person.shell(), disks.getFirst()).ask()));
    }

    /** Those that need no running domain. */
    private static Map<String, ObjectAction<OfDisk>> disksOfAny() {
        return Map.of("changeMedia", one(OfDisk.class, disk -> lacking(DomainDisks.drive(disk), "disk.no-drive", disk), DomainDisks::changeMedia),
                "options", one(OfDisk.class, disk -> lacking(DomainDisks.configured(disk), "disk.passing", disk), DomainDisks::options),
                "detach", one(OfDisk.class, disk -> Optional.empty(), DomainDisks::detach));
    }

    private static Map<String, ObjectAction<OfDomain>> disksOfDomains() {
        return Map.of("attachDisk", one(OfDomain.class, domain -> Optional.empty(), DomainDisks::attach),
                "bootOrder", one(OfDomain.class, domain -> lacking(domain.summary().persistent(), "domain.transient", domain), DomainDisks::boot));
    }

    private static Map<String, ObjectAction<OfVolume>> disksOfVolumes() {
        return Map.of("attach", one(OfVolume.class, volume -> lacking(!volume.summary().path().isEmpty(), "volume.unread", volume), DomainDisks::attach));
    }

    private static Optional<Message> lacking(boolean fits, String why, HostObject object) {
        return fits ? Optional.empty() : Optional.of(Message.of(ObjectActions.class, why, object.name()));
    }

    private static <T extends HostObject> ObjectAction<T> one(Class<T> kind, Function<T, Optional<Message>> obstacle, BiConsumer<DomainDisks, T> work) {
        return ObjectAction.unless(kind, objects -> ObjectAction.unlessOne(objects).or(() -> obstacle.apply(objects.getFirst())),
                objects -> work.accept(new DomainDisks(Person.shell()), objects.getFirst()));
    }

    private static ObjectAction<OfDisk> ofDisk(Consumer<DiskActions> work) {
        return new ObjectAction<>(OfDisk.class, disks -> disks.size() == 1 && DiskActions.fits(disks.getFirst()),
                disks -> work.accept(new DiskActions(Person.shell(), disks.getFirst())));
    }

    private static Stream<Map.Entry<String, ? extends ObjectAction<?>>> named(String kind, Map<String, ? extends ObjectAction<?>> actions) {
        return actions.entrySet().stream().map(action -> Map.entry(kind + "." + action.getKey(), action.getValue()));
    }
}
