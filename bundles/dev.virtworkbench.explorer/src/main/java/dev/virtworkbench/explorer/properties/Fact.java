package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something to know of an object.
 *
 * @param label what it is
 * @param value empty if there is none
 */
record Fact(String label, String value) {

    /** What there is to know of it in general, without what is not the case. */
    static List<Fact> about(HostObject object) {
        Stream<Fact> all = switch (object) {
            case HostObject.OfHost(Host host) -> host(host, object);
            case HostObject.OfPool(Host host, PoolSummary pool) -> Stream.of(fact("name", pool.name()), fact("host", host.uri()),
                    fact("uuid", pool.uuid().toString()), fact("type", pool.type()), fact("state", state(object)),
                    fact("autostart", yesOrNo(pool.autostart())), fact("persistent", yesOrNo(pool.persistent())),
                    fact("target", pool.targetPath()), fact("lacks", Lacking.of(pool)));
            case HostObject.OfVolume(Host host, PoolSummary in, VolumeSummary volume) -> Stream.of(fact("name", volume.name()),
                    fact("host", host.uri()), fact("pool", in.name()), fact("path", volume.path()),
                    fact("key", volume.key().equals(volume.path()) ? "" : volume.key()), fact("type", volume.type()),
                    fact("format", volume.format()), fact("backing", volume.backing()), fact("problem", volume.problem()),
                    fact("lacks", Lacking.ofVolumes(in)));
            case HostObject.OfDomain(Host host, DomainSummary domain) -> Stream.of(fact("name", domain.name()),
                    fact("host", host.uri()), fact("uuid", domain.uuid().toString()),
                    fact("id", domain.id().isPresent() ? Integer.toString(domain.id().getAsInt()) : ""), fact("state", state(object)),
                    fact("autostart", yesOrNo(domain.autostart())), fact("persistent", yesOrNo(domain.persistent())),
                    fact("saved", domain.saved() ? text("saved.tip") : ""));
            case HostObject.OfDisk(Host host, DomainSummary in, Disk disk) -> Stream.of(fact("disk", disk.target()),
                    fact("domain", in.name()), fact("device", disk.device()), fact("type", disk.type()),
                    fact("format", disk.format()), fact("source", Words.details(object)),
                    fact("readOnly", yesOrNo(disk.readOnly())), fact("backing", String.join("\n", disk.chain())));
            case HostObject.OfNetwork(Host host, NetworkSummary network) -> Stream.of(fact("name", network.name()),
                    fact("host", host.uri()), fact("uuid", network.uuid().toString()), fact("state", state(object)),
                    fact("autostart", yesOrNo(network.autostart())), fact("persistent", yesOrNo(network.persistent())));
            case HostObject.OfSecret(Host host, SecretSummary secret) -> Stream.of(fact("usage", secret.usage()), fact("host", host.uri()),
                    fact("uuid", secret.uuid().toString()), fact("type", secret.type()), fact("description", secret.description()),
                    fact("private", yesOrNo(secret.isPrivate())), fact("ephemeral", yesOrNo(secret.ephemeral())));
        };
        return all.filter(fact -> !fact.value().isEmpty()).toList();
    }

    private static Stream<Fact> host(Host host, HostObject object) {
        return Stream.of(fact("uri", host.uri()), fact("state", Words.of(Message.of(Fact.class, "host." + host.status().state()))),
                fact("simulated", host.simulated() ? text("simulated.tip") : ""),
                fact("lacking", VirtWorkbench.get().contents().of(host).lacking().stream().map(kind -> Words.of("group." + kind))
                        .collect(Collectors.joining(", "))), fact("problem", Words.details(object)));
    }

    private static String state(HostObject object) {
        return switch (object) {
            case HostObject.OfPool pool -> text("pool." + pool.summary().state());
            default -> Words.state(object);
        };
    }

    private static Fact fact(String label, String value) {
        return new Fact(text("fact." + label), value);
    }

    private static String yesOrNo(boolean is) {
        return text(is ? "yes" : "no");
    }

    private static String text(String key) {
        return Words.of(Message.of(Fact.class, key));
    }
}
