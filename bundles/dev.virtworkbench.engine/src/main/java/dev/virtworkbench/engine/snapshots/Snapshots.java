package dev.virtworkbench.engine.snapshots;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The snapshots of a domain. Safe to use from any thread. */
public final class Snapshots {

    /** VIR_DOMAIN_SNAPSHOT_CREATE_*: making one is all or nothing. */
    private static final int CURRENT = 2;
    private static final int DISK_ONLY = 16;
    private static final int QUIESCE = 64;
    private static final int ATOMIC = 128;
    private static final int VALIDATE = 512;
    /** No document is as long: what is longer is an image, or another mistake. */
    private static final long LARGEST = 1 << 20;
    /** VIR_DOMAIN_SNAPSHOT_DELETE_*. */
    private static final int CHILDREN = 1;
    private static final int METADATA_ONLY = 2;

    private final Session session;
    private final Domain domain;

    public Snapshots(Session session, Domain domain) {
        this.session = session;
        this.domain = domain;
    }

    /** All of them, in libvirt's order; see {@link SnapshotTree#of}. */
    public Job<List<Snapshot>> list() {
        return session.run(Operation.SNAPSHOT_LIST, domain.name(), Command.virsh("snapshot-list", List.of("--tree"), domain.name()),
                connection -> connection.snapshots().list(domain.uuid()).stream().map(Snapshot::of).toList());
    }

    /** The document of one, without passwords. */
    public Job<String> xml(Snapshot snapshot) {
        return session.run(Operation.SNAPSHOT_XML, domain.name(), Command.virsh("snapshot-dumpxml", domain.name(), snapshot.name()),
                connection -> connection.snapshots().xml(domain.uuid(), snapshot.name()));
    }

    /** What can be done with them as the domain is now. */
    public Job<SnapshotAbilities> abilities() {
        return session.start(Operation.SNAPSHOT_LIST, domain.name(), Cancellation.STOPS_WAITING, task -> {
            boolean running = domain.summary().await().state().active();
            String xml = domain.xml(false, false).await();
            return session.run(Operation.SNAPSHOT_LIST, domain.name(), null,
                    connection -> new SnapshotAbilities(xml, running, connection.libvirtVersion())).await();
        });
    }

    /** Makes one; refused where {@link SnapshotAbilities#obstacles} has reasons. All disks are in it, or nothing is made. */
    public Job<Snapshot> create(NewSnapshot wanted) {
        return session.start(Operation.SNAPSHOT_CREATE, domain.name(), Cancellation.STOPS_WAITING, task -> {
            SnapshotAbilities abilities = abilities().await();
            List<Message> reasons = abilities.obstacles(wanted);
            if (!reasons.isEmpty()) {
                throw VirtException.refused(Operation.SNAPSHOT_CREATE, domain.name(), reasons,
                        Message.of(Snapshots.class, "other-kind"));
            }
            String xml = SnapshotDocument.of(wanted, Disk.in(abilities.domain()));
            int flags = flags(wanted.kind()) | (wanted.quiesce() ? QUIESCE : 0);
            List<String> options = options(wanted.kind());
            if (wanted.quiesce()) {
                options.add("--quiesce");
            }
            return session.run(Operation.SNAPSHOT_CREATE, domain.name(),
                    Command.virsh("snapshot-create", options, domain.name(), "snapshot.xml"),
                    connection -> Snapshot.of(connection.snapshots().create(domain.uuid(), xml, flags))).await();
        });
    }

    /**
     * Makes one as a document says that somebody wrote. libvirt judges it by its schema first.
     *
     * @param file on this machine, with a {@code <domainsnapshot>} document in UTF-8 of at most a mebibyte
     */
    public Job<Snapshot> create(Path file) {
        return session.start(Operation.SNAPSHOT_CREATE, domain.name(), Cancellation.STOPS_WAITING, task -> {
            String xml = document(file);
            SnapshotKind kind = XmlTree.parse(xml).root().map(SnapshotKind::of).orElse(SnapshotKind.INTERNAL);
            List<String> options = options(kind);
            options.add("--validate");
            return session.run(Operation.SNAPSHOT_CREATE, domain.name(), Command.virsh("snapshot-create", options, domain.name(), file.toString()),
                    connection -> Snapshot.of(connection.snapshots().create(domain.uuid(), xml, flags(kind) | VALIDATE))).await();
        });
    }

    private String document(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw VirtException.of(Operation.SNAPSHOT_CREATE, domain.name(), Message.of(Snapshots.class, "no-document", file.toString()), null, null);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw VirtException.of(Operation.SNAPSHOT_CREATE, domain.name(), Message.of(Snapshots.class, "unread", file.toString(), String.valueOf(e)), null, e);
        }
    }

    private static int flags(SnapshotKind kind) {
        return switch (kind) {
            case INTERNAL -> 0;
            case EXTERNAL_WITH_MEMORY -> ATOMIC;
            case DISK_ONLY -> DISK_ONLY | ATOMIC;
        };
    }

    /** The same for virsh. */
    private static List<String> options(SnapshotKind kind) {
        return new ArrayList<>(switch (kind) {
            case INTERNAL -> List.of();
            case EXTERNAL_WITH_MEMORY -> List.of("--atomic");
            case DISK_ONLY -> List.of("--disk-only", "--atomic");
        });
    }

    /** Gives one another description; empty for none. Its name stays: what images keep inside is found by it. */
    public Job<Snapshot> describe(Snapshot snapshot, String description) {
        return session.run(Operation.SNAPSHOT_DESCRIBE, domain.name(), Command.virsh("snapshot-edit", domain.name(), snapshot.name()),
                connection -> Snapshot.of(connection.snapshots().redefine(domain.uuid(), snapshot.name(),
                        xml -> SnapshotDocument.described(xml, description), 0)));
    }

    /** Has libvirt take one for what the domain is based on: the next is made on top of it. The domain and its disks stay as they are. */
    public Job<Snapshot> makeCurrent(Snapshot snapshot) {
        return session.run(Operation.SNAPSHOT_CURRENT, domain.name(), Command.virsh("snapshot-current", domain.name(), snapshot.name()),
                connection -> Snapshot.of(connection.snapshots().redefine(domain.uuid(), snapshot.name(), xml -> xml, CURRENT)));
    }

    /** How a domain goes on after it went back. */
    public enum Then {
        /** As it was when the snapshot was made. */
        AS_IT_WAS(0, List.of()), RUNNING(1, List.of("--running")), PAUSED(2, List.of("--paused"));

        private final int flag;
        private final List<String> options;

        /** @param flag of {@code virDomainSnapshotRevertFlags} */
        Then(int flag, List<String> options) {
            this.flag = flag;
            this.options = options;
        }
    }

    /** Has the domain go back: all that was written since, and what it was doing, is lost. */
    public Job<Void> revert(Snapshot snapshot, Then then) {
        Command command = Command.virsh("snapshot-revert", then.options, domain.name(), snapshot.name());
        return unless(Operation.SNAPSHOT_REVERT, abilities -> abilities.cannotRevert(snapshot), command,
                connection -> connection.snapshots().revert(domain.uuid(), snapshot.name(), then.flag));
    }

    /**
     * Deletes one: the domain stays as it is, it cannot go back to there any more.
     *
     * @param withChildren whether those that were made on top of it go as well; otherwise they stay, on top of what it stood on
     */
    public Job<Void> delete(Snapshot snapshot, boolean withChildren) {
        Command command = Command.virsh("snapshot-delete", withChildren ? List.of("--children") : List.of(), domain.name(), snapshot.name());
        return unless(Operation.SNAPSHOT_DELETE, abilities -> abilities.cannotDelete(snapshot), command,
                connection -> connection.snapshots().delete(domain.uuid(), snapshot.name(), withChildren ? CHILDREN : 0));
    }

    /** Makes libvirt forget one: all its files and images stay as they are. */
    public Job<Void> forget(Snapshot snapshot) {
        return session.run(Operation.SNAPSHOT_DELETE, domain.name(),
                Command.virsh("snapshot-delete", List.of("--metadata"), domain.name(), snapshot.name()), connection -> {
                    connection.snapshots().delete(domain.uuid(), snapshot.name(), METADATA_ONLY);
                    return null;
                });
    }

    /**
     * What is told where one cannot be reverted to or deleted, with what to do instead.
     *
     * @param operation SNAPSHOT_REVERT or SNAPSHOT_DELETE
     * @param why as {@link SnapshotAbilities} has it
     */
    public VirtException refusal(Operation operation, Message why) {
        return VirtException.of(operation, domain.name(), why, Message.of(Snapshots.class, operation + ".hint"), null);
    }

    private Job<Void> unless(Operation operation, Reason reason, Command command, Act act) {
        return session.start(operation, domain.name(), Cancellation.STOPS_WAITING, task -> {
            Optional<Message> refused = reason.of(abilities().await());
            if (refused.isPresent()) {
                throw refusal(operation, refused.get());
            }
            return session.<Void>run(operation, domain.name(), command, connection -> {
                act.on(connection);
                return null;
            }).await();
        });
    }

    /** Why something cannot be done. */
    @FunctionalInterface
    private interface Reason {
        Optional<Message> of(SnapshotAbilities abilities);
    }

    /** A call that gives nothing back. */
    @FunctionalInterface
    private interface Act {
        void on(Connection connection) throws LibvirtError;
    }
}
