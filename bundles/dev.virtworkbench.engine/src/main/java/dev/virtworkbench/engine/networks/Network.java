package dev.virtworkbench.engine.networks;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.NetworkCalls;
import dev.virtworkbench.engine.session.Session;
import java.util.List;
import java.util.UUID;

/** A virtual network, by its UUID. */
public final class Network {

    private final Session session;
    private final UUID uuid;
    private final String name;

    Network(Session session, UUID uuid, String name) {
        this.session = session;
        this.uuid = uuid;
        this.name = name;
    }

    public UUID uuid() {
        return uuid;
    }

    public String name() {
        return name;
    }

    public Job<NetworkSummary> summary() {
        return session.run(Operation.NETWORK_LOOKUP, name, Command.virsh("net-info", name),
                connection -> Networks.summary(connection.networks().details(uuid)));
    }

    /** @param inactive its configuration, which the next start takes, instead of what it runs with */
    public Job<String> xml(boolean inactive) {
        return session.run(Operation.NETWORK_XML, name,
                Command.virsh("net-dumpxml", inactive ? List.of("--inactive") : List.of(), name),
                connection -> inactive ? connection.networks().configuration(uuid) : connection.networks().xml(uuid));
    }

    public Job<Void> start() {
        return act(Operation.NETWORK_START, Command.virsh("net-start", name), networks -> networks.start(uuid));
    }

    public Job<Void> stop() {
        return act(Operation.NETWORK_STOP, Command.virsh("net-destroy", name), networks -> networks.stop(uuid));
    }

    public Job<Void> undefine() {
        return act(Operation.NETWORK_UNDEFINE, Command.virsh("net-undefine", name), networks -> networks.undefine(uuid));
    }

    /** Whether it starts with the host. */
    public Job<Void> setAutostart(boolean on) {
        return act(Operation.NETWORK_AUTOSTART,
                Command.virsh("net-autostart", on ? List.of() : List.of("--disable"), name),
                networks -> networks.setAutostart(uuid, on));
    }

    private Job<Void> act(Operation operation, Command command, NetworkAct act) {
        return session.run(operation, name, command, connection -> {
            act.on(connection.networks());
            return null;
        });
    }

    /** A call that gives nothing back. */
    @FunctionalInterface
    private interface NetworkAct {
        void on(NetworkCalls networks) throws LibvirtError;
    }

    @Override
    public String toString() {
        return "network " + name;
    }
}
