package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.blockjobs.DiskActions;
import dev.virtworkbench.explorer.disks.DomainDiskActions;
import dev.virtworkbench.explorer.domains.MoveDisk;
import dev.virtworkbench.explorer.groups.LogicalActions;
import dev.virtworkbench.language.findings.Message;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All actions by the names that {@code plugin.xml} has for them: {@code pool.start}, {@code volume.delete}. */
public final class ObjectActions {

    private static final Map<String, ObjectAction<?>> ALL = Stream.of(
                    named("host", HostActions.all()), named("pool", PoolActions.all()), named("volume", VolumeActions.all()),
                    named("volume", DomainDiskActions.ofVolumes()), named("logical", LogicalActions.all()), named("domain", DomainActions.all()),
                    named("domain", DomainDiskActions.ofDomains()), named("disk", DomainDiskActions.ofDisks()), named("disk", DiskActions.all()),
                    named("disk", Map.of("move", MoveDisk.action())), named("network", NetworkActions.all()), named("secret", SecretActions.all()))
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

    private static Stream<Map.Entry<String, ? extends ObjectAction<?>>> named(String kind, Map<String, ? extends ObjectAction<?>> actions) {
        return actions.entrySet().stream().map(action -> Map.entry(kind + "." + action.getKey(), action.getValue()));
    }
}
