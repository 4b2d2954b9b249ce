package dev.virtworkbench.engine.facts;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.HostCalls;
import dev.virtworkbench.engine.libvirt.LibvirtCall;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.NetworkCalls;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a host for all that {@link HostFacts} has. What its driver does not know stays empty. */
public final class FactFinder {

    private static final Command CAPABILITIES = Command.virsh("capabilities");
    private static final Command POOL_CAPABILITIES = Command.virsh("pool-capabilities");

    private final Session session;

    public FactFinder(Session session) {
        this.session = session;
    }

    public Job<HostFacts> find() {
        return session.run(Operation.FACTS, session.uri(), null, this::find);
    }

    /** Finds out what can be made on the host. */
    public Job<Abilities> abilities() {
        return session.run(Operation.FACTS, session.uri(), null, connection -> Abilities.of(
                known(connection, CAPABILITIES, all -> Optional.of(all.host().capabilities()), Optional.empty()),
                known(connection, POOL_CAPABILITIES, all -> Optional.of(all.host().poolCapabilities()), Optional.empty())));
    }

    /**
     * Finds out which firmware the host has for some kind of domain; empty words for what is usual there.
     *
     * @param architecture as in {@code x86_64}
     * @param machine as in {@code q35}
     * @param type as in {@code kvm}
     */
    public Job<Firmware> firmware(String architecture, String machine, String type) {
        List<String> options = new ArrayList<>();
        option(options, "--arch", architecture);
        option(options, "--machine", machine);
        option(options, "--virttype", type);
        return session.run(Operation.FACTS, session.uri(), null, connection -> known(connection, Command.virsh("domcapabilities", options),
                all -> root(all.host().domainCapabilities(architecture, machine, type)), Optional.<XmlElement>empty())
                .map(Firmware::of).orElse(Firmware.UNKNOWN));
    }

    private static void option(List<String> options, String option, String value) {
        if (!value.isEmpty()) {
            options.addAll(List.of(option, value));
        }
    }

    private HostFacts find(Connection connection) throws LibvirtError {
        List<PoolCalls.Details> pools = known(connection, Command.virsh("pool-list", List.of("--all")), all -> all.pools().list(), List.of());
        Map<String, List<String>> volumes = new LinkedHashMap<>();
        for (PoolCalls.Details pool : pools) {
            if (pool.state() != 0) {
                volumes.put(pool.name(), known(connection, Command.virsh("vol-list", pool.name()),
                        all -> all.volumes().list(pool.uuid()), List.<VolumeCalls.Entry>of()).stream()
                        .map(VolumeCalls.Entry::name).sorted().toList());
            }
        }
        HostCalls host = connection.host();
        Optional<XmlElement> capabilities = known(connection, CAPABILITIES, all -> root(host.capabilities()),
                Optional.empty());
        String architecture = capabilities.flatMap(root -> at(root, "host", "cpu", "arch"))
                .map(element -> element.text().strip()).orElse("");
        return new HostFacts(pools.stream().map(PoolCalls.Details::name).sorted().toList(), volumes,
                known(connection, Command.virsh("net-list", List.of("--all")), all -> all.networks().list(),
                        List.<NetworkCalls.Details>of()).stream()
                        .map(NetworkCalls.Details::name).sorted().toList(),
                capabilities.map(root -> machines(root, architecture)).orElse(List.of()),
                architecture.isEmpty() ? List.of() : known(connection, Command.virsh("cpu-models", architecture),
                        all -> host.cpuModels(architecture), List.of()),
                known(connection, Command.virsh("domcapabilities"), all -> root(host.domainCapabilities()), Optional.<XmlElement>empty())
                        .map(FactFinder::firmware).orElse(List.of()),
                known(connection, POOL_CAPABILITIES, all -> root(host.poolCapabilities()), Optional.<XmlElement>empty())
                        .map(FactFinder::formats).orElse(List.of()));
    }

    /** What the call gives; the other where the driver lacks the call, or the object went meanwhile. */
    private <T> T known(Connection connection, Command command, LibvirtCall<T> call, T otherwise) throws LibvirtError {
        session.tell(command);
        try {
            return call.on(connection);
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.NO_SUPPORT || e.code() == ErrorCode.INVALID_ARG
                    || e.code() == ErrorCode.CONFIG_UNSUPPORTED || e.code() == ErrorCode.OPERATION_INVALID
                    || ErrorCode.missing(e.code())) {
                return otherwise;
            }
            throw e;
        }
    }

    private static List<String> machines(XmlElement capabilities, String architecture) {
        return capabilities.elements("guest").stream().flatMap(guest -> guest.elements("arch").stream())
                .filter(arch -> arch.value("name").equals(architecture))
                .flatMap(arch -> arch.elements("machine").stream()).map(machine -> machine.text().strip())
                .distinct().sorted().toList();
    }

    private static List<String> firmware(XmlElement domainCapabilities) {
        return domainCapabilities.element("os").flatMap(os -> os.element("loader")).stream()
                .flatMap(loader -> loader.elements("value").stream()).map(value -> value.text().strip()).toList();
    }

    private static List<String> formats(XmlElement poolCapabilities) {
        return poolCapabilities.elements("pool").stream()
                .flatMap(pool -> pool.element("volOptions").stream())
                .flatMap(options -> options.elements("enum").stream())
                .filter(choice -> choice.value("name").equals("targetFormatType"))
                .flatMap(choice -> choice.elements("value").stream()).map(value -> value.text().strip())
                .distinct().sorted().toList();
    }

    private static Optional<XmlElement> root(String document) {
        return XmlTree.parse(document).root();
    }

    private static Optional<XmlElement> at(XmlElement start, String... names) {
        Optional<XmlElement> found = Optional.of(start);
        for (String name : names) {
            found = found.flatMap(element -> element.element(name));
        }
        return found;
    }
}
