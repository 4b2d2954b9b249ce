package dev.virtworkbench.engine.networks;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.NetworkCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.UUID;

/** The virtual networks of a host. */
public final class Networks {

    /** VIR_NETWORK_DEFINE_VALIDATE and VIR_NETWORK_CREATE_VALIDATE. */
    private static final int VALIDATE = 1;

    private final Session session;

    public Networks(Session session) {
        this.session = session;
    }

    /** All networks, active or not, in libvirt's order. */
    public Job<List<NetworkSummary>> list() {
        return session.run(Operation.NETWORK_LIST, session.uri(), Command.virsh("net-list", List.of("--all")),
                connection -> connection.networks().list().stream().map(Networks::summary).toList());
    }

    /** The network with that UUID, whether there is one or not. */
    public Network network(UUID uuid, String name) {
        return new Network(session, uuid, name);
    }

    /** The network of that name. */
    public Job<Network> lookup(String name) {
        return session.run(Operation.NETWORK_LOOKUP, name, Command.virsh("net-info", name),
                connection -> network(connection.networks().lookup(name)));
    }

    /** Defines a network, or changes the configuration of the one with that name and UUID. It is not started. */
    public Job<Network> define(String xml, boolean validate) {
        String name = nameIn(xml);
        return session.run(Operation.NETWORK_DEFINE, name,
                Command.virsh("net-define", validate ? List.of("--validate") : List.of(), name + ".xml"),
                connection -> network(connection.networks().define(xml, validate ? VALIDATE : 0)));
    }

    /**
     * Starts a network that is gone when it is stopped.
     *
     * @param validate as for {@link #define}
     */
    public Job<Network> createTransient(String xml, boolean validate) {
        String name = nameIn(xml);
        return session.run(Operation.NETWORK_CREATE, name,
                Command.virsh("net-create", validate ? List.of("--validate") : List.of(), name + ".xml"),
                connection -> network(connection.networks().create(xml, validate ? VALIDATE : 0)));
    }

    private Network network(NetworkCalls.Details details) {
        return network(details.uuid(), details.name());
    }

    private static String nameIn(String xml) {
        return XmlTree.parse(xml).root().flatMap(root -> root.element("name")).map(name -> name.text().strip()).orElse("");
    }

    static NetworkSummary summary(NetworkCalls.Details details) {
        return new NetworkSummary(details.uuid(), details.name(), details.active(), details.autostart(),
                details.persistent());
    }
}
