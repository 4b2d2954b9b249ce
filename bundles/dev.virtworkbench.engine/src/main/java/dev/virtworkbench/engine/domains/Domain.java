package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A domain, by its UUID. The name is the one it had when it was looked up, for people and commands. */
public final class Domain {

    private final Session session;
    private final UUID uuid;
    private final String name;

    Domain(Session session, UUID uuid, String name) {
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

    public Job<DomainSummary> summary() {
        return session.run(Operation.DOMAIN_SUMMARY, name, Command.virsh("dominfo", name),
                connection -> DomainSummary.of(connection.domains().details(uuid)));
    }

    /**
     * Its document.
     *
     * @param inactive its configuration, which the next start takes, instead of what it runs with
     * @param secure with its passwords: never to be kept or shown
     */
    public Job<String> xml(boolean inactive, boolean secure) {
        List<String> options = new ArrayList<>();
        if (inactive) {
            options.add("--inactive");
        }
        if (secure) {
            options.add("--security-info");
        }
        int flags = (inactive ? DomainCalls.XML_INACTIVE : 0) | (secure ? DomainCalls.XML_SECURE : 0);
        return session.run(Operation.DOMAIN_XML, name, Command.virsh("dumpxml", options, name),
                connection -> connection.domains().xml(uuid, flags));
    }

    /**
     * Its disks, in the document's order.
     *
     * @param inactive as the next start has them, instead of as they are
     */
    public Job<List<Disk>> disks(boolean inactive) {
        return session.run(Operation.DOMAIN_DISKS, name,
                Command.virsh("domblklist", inactive ? List.of("--inactive", "--details") : List.of("--details"), name),
                connection -> Disk.in(connection.domains().xml(uuid, inactive ? DomainCalls.XML_INACTIVE : 0)));
    }

    /** Its disks as its next start has them, and behind these the ones that it has only until it is shut off. */
    public Job<List<Disk>> allDisks() {
        return session.run(Operation.DOMAIN_DISKS, name, Command.virsh("domblklist", List.of("--inactive", "--details"), name), connection -> {
            session.tell(Command.virsh("domblklist", List.of("--details"), name));
            return Disk.in(connection.domains().xml(uuid, DomainCalls.XML_INACTIVE), connection.domains().xml(uuid, 0));
        });
    }

    public Job<Void> start() {
        return act(Operation.DOMAIN_START, Command.virsh("start", name), domains -> domains.start(uuid, 0));
    }

    /**
     * Starts it with variables of its firmware as a new domain has them: those that it had, boot entries and keys among them, are overwritten.
     * Without that a firmware goes on with what another one has written.
     */
    public Job<Void> startWithNewVariables() {
        return act(Operation.DOMAIN_START, Command.virsh("start", List.of("--reset-nvram"), name), domains -> domains.start(uuid, DomainCalls.START_RESET_NVRAM));
    }

    /** Asks the guest to shut down. The job ends when it was asked; whether it obeys is told by its state. */
    public Job<Void> shutdown() {
        return act(Operation.DOMAIN_SHUTDOWN, Command.virsh("shutdown", name), domains -> domains.shutdown(uuid));
    }

    /** Ends it as pulling the plug does. */
    public Job<Void> destroy() {
        return act(Operation.DOMAIN_DESTROY, Command.virsh("destroy", name), domains -> domains.destroy(uuid));
    }

    public Job<Void> suspend() {
        return act(Operation.DOMAIN_SUSPEND, Command.virsh("suspend", name), domains -> domains.suspend(uuid));
    }

    public Job<Void> resume() {
        return act(Operation.DOMAIN_RESUME, Command.virsh("resume", name), domains -> domains.resume(uuid));
    }

    /** Asks the guest to start again. */
    public Job<Void> reboot() {
        return act(Operation.DOMAIN_REBOOT, Command.virsh("reboot", name), domains -> domains.reboot(uuid));
    }

    /** What libvirt keeps of it besides its configuration, as what {@link #undefine} can do with that; empty if there is nothing. */
    public Job<Set<Undefine>> kept() {
        return session.run(Operation.DOMAIN_KEPT, name, Command.virsh("dominfo", name), connection -> {
            session.tell(Command.virsh("snapshot-list", name));
            session.tell(Command.virsh("checkpoint-list", name));
            session.tell(Command.virsh("dumpxml", List.of("--inactive"), name));
            return Undefine.of(connection.domains().kept(uuid), connection.domains().xml(uuid, DomainCalls.XML_INACTIVE));
        });
    }

    /** Makes libvirt forget the domain; its disks stay. One that runs goes on, as a transient one. */
    public Job<Void> undefine(Set<Undefine> with) {
        int flags = with.stream().mapToInt(each -> each.flag).sum();
        List<String> options = with.stream().sorted().map(each -> each.option).toList();
        return act(Operation.DOMAIN_UNDEFINE, Command.virsh("undefine", options, name),
                domains -> domains.undefine(uuid, flags));
    }

    /** What its first screen shows. The domain has to run and to have a graphics card. */
    public Job<Screenshot> screenshot() {
        return session.run(Operation.DOMAIN_SCREENSHOT, name, Command.virsh("screenshot", name), Cancellation.STOPS_WORK,
                (connection, task) -> Screenshot.of(connection.domains(), uuid, task));
    }

    /** Whether it starts with the host. */
    public Job<Void> setAutostart(boolean on) {
        return act(Operation.DOMAIN_AUTOSTART, Command.virsh("autostart", on ? List.of() : List.of("--disable"), name),
                domains -> domains.setAutostart(uuid, on));
    }

    /** @param device the device's element, as in {@code <disk>} */
    public Job<Void> attach(String device, DeviceScope scope) {
        return act(Operation.DOMAIN_ATTACH, Command.virsh("attach-device", scope.options, name, "device.xml"),
                domains -> sent(device, () -> domains.attach(uuid, device, scope.flag)));
    }

    /** @param device the device's element, as the domain's document has it */
    public Job<Void> detach(String device, DeviceScope scope) {
        return act(Operation.DOMAIN_DETACH, Command.virsh("detach-device", scope.options, name, "device.xml"),
                domains -> sent(device, () -> domains.detach(uuid, device, scope.flag)));
    }

    /**
     * Takes a disk from the running domain, and waits until its guest has let go of it: libvirt only asks. Fails if it does not within
     * some seconds; it may still do so later, or have done so when nobody waits any more.
     *
     * @param disk the disk's element, as the domain's document has it
     * @param target its name, as in {@code vdb}
     */
    public Job<Void> unplug(String disk, String target) {
        return session.run(Operation.DOMAIN_DETACH, name, Command.virsh("detach-device", DeviceScope.LIVE.options, name, "device.xml"),
                Cancellation.STOPS_WORK, (connection, task) -> {
                    sent(disk, () -> connection.domains().detach(uuid, disk, DeviceScope.LIVE.flag));
                    new Unplugging(name, target).await(task, () -> connection.domains().xml(uuid, 0));
                    return null;
                });
    }

    /**
     * Puts another medium into a drive of the running domain, or takes it out.
     *
     * @param drive the drive's element with the new medium, or none
     * @param force whether it opens though the guest has locked it
     */
    public Job<Void> changeMedium(String drive, boolean force) {
        List<String> options = new ArrayList<>(DeviceScope.LIVE.options);
        if (force) {
            options.add("--force");
        }
        return act(Operation.DOMAIN_UPDATE, Command.virsh("update-device", options, name, "device.xml"),
                domains -> sent(drive, () -> domains.update(uuid, drive, DeviceScope.LIVE.flag | (force ? DomainCalls.MODIFY_FORCE : 0))));
    }

    /** @param device the device's element with what shall change */
    public Job<Void> update(String device, DeviceScope scope) {
        return act(Operation.DOMAIN_UPDATE, Command.virsh("update-device", scope.options, name, "device.xml"),
                domains -> sent(device, () -> domains.update(uuid, device, scope.flag)));
    }

    /** What a device's element with a password in it must not tell when it is refused. */
    private static void sent(String device, Sending sending) throws LibvirtError {
        SecretFree.call(device, () -> {
            sending.send();
            return null;
        });
    }

    /** Sends a device's element. */
    @FunctionalInterface
    private interface Sending {
        void send() throws LibvirtError;
    }

    private Job<Void> act(Operation operation, Command command, DomainAct act) {
        return session.run(operation, name, command, connection -> {
            act.on(connection.domains());
            return null;
        });
    }

    /** A call that gives nothing back. */
    @FunctionalInterface
    private interface DomainAct {
        void on(DomainCalls domains) throws LibvirtError;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Domain that && uuid.equals(that.uuid) && session == that.session;
    }

    @Override
    public int hashCode() {
        return uuid.hashCode();
    }

    @Override
    public String toString() {
        return "domain " + name;
    }
}
