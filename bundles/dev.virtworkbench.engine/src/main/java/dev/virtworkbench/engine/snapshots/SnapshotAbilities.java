package dev.virtworkbench.engine.snapshots;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.drafts.AgentChannel;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done with snapshots of a domain as it is, and why what cannot
 * (<a href="https://libvirt.org/formatsnapshot.html">reference</a>, and libvirt's news of the releases that are named).
 *
 * @param domain the document: of a domain that runs what it runs with
 * @param running whether it runs, be it paused
 * @param libvirt version of the host's libvirt, as in 9000000 for 9.0.0
 */
public record SnapshotAbilities(String domain, boolean running, long libvirt) {

    /** Formats that QEMU keeps snapshots in. */
    private static final Set<String> WITH_SNAPSHOTS = Set.of("qcow2", "qcow");
    /** libvirt deletes external snapshots since 9.0.0, and reverts to them since 9.9.0. */
    private static final long DELETES_EXTERNAL = 9_000_000;
    private static final long REVERTS_EXTERNAL = 9_009_000;

    /** The disks that a snapshot has, in the document's order: those that the guest can write to. */
    public List<Disk> disks() {
        return Disk.in(domain).stream().filter(SnapshotDocument::written).toList();
    }

    /** Whether libvirt has to be told where the new image of such a disk goes, as it has no place beside it. */
    public static boolean needsPlace(Disk disk) {
        return !disk.type().equals("file");
    }

    /** Why such a snapshot cannot be made, a reason each; empty if it can, as far as the document tells. */
    public List<Message> obstacles(NewSnapshot wanted) {
        List<Message> reasons = new ArrayList<>();
        List<Disk> disks = disks().stream().filter(disk -> !wanted.without().contains(disk.target())).toList();
        if (disks.isEmpty()) {
            reasons.add(reason("no-disk"));
        }
        switch (wanted.kind()) {
            case INTERNAL -> {
                disks.stream().filter(disk -> !WITH_SNAPSHOTS.contains(disk.format()))
                        .forEach(disk -> reasons.add(reason("internal-format", disk.target(), disk.format().isEmpty() ? "raw" : disk.format())));
                if (running && firmwareHasOwnFile()) {
                    reasons.add(reason("internal-firmware"));
                }
                if (running && !wanted.without().isEmpty()) {
                    reasons.add(reason("internal-all"));
                }
            }
            case EXTERNAL_WITH_MEMORY -> {
                if (!running) {
                    reasons.add(reason("memory-off"));
                }
            }
            case DISK_ONLY -> {
                if (wanted.quiesce() && !running) {
                    reasons.add(reason("quiesce-off"));
                } else if (wanted.quiesce()) {
                    withoutAgent().ifPresent(reasons::add);
                }
            }
        }
        if (wanted.kind() != SnapshotKind.INTERNAL) {
            disks.stream().filter(disk -> needsPlace(disk) && !wanted.files().containsKey(disk.target()))
                    .forEach(disk -> reasons.add(reason("external-file", disk.target())));
        }
        return reasons;
    }

    /** Why the domain cannot go back to it; empty if it can. What was written since the last snapshot is lost in any case. */
    public Optional<Message> cannotRevert(Snapshot snapshot) {
        return snapshot.kind() != SnapshotKind.INTERNAL && libvirt < REVERTS_EXTERNAL ? Optional.of(reason("revert-external")) : Optional.empty();
    }

    /** Why it cannot be deleted; empty if it can. What it keeps is merged into what stands on it. */
    public Optional<Message> cannotDelete(Snapshot snapshot) {
        if (snapshot.kind() == SnapshotKind.INTERNAL) {
            return Optional.empty();
        }
        if (libvirt < DELETES_EXTERNAL) {
            return Optional.of(reason("delete-external"));
        }
        return Optional.empty();
    }

    /** Whether it has to be given a channel before its guest's agent can be asked for anything. */
    public boolean lacksAgentChannel() {
        return agentChannel().isEmpty();
    }

    /** Why its guest's file systems cannot be frozen; empty if they can. What nobody has opened in the guest, libvirt says of it. */
    private Optional<Message> withoutAgent() {
        Optional<XmlElement> channel = agentChannel();
        if (channel.isEmpty()) {
            return Optional.of(reason("quiesce-channel"));
        }
        return channel.filter(end -> end.value("state").equals("disconnected")).map(end -> reason("quiesce-agent"));
    }

    private Optional<XmlElement> agentChannel() {
        return AgentChannel.target(XmlTree.parse(domain));
    }

    private boolean firmwareHasOwnFile() {
        return root().flatMap(root -> root.element("os")).filter(os -> os.value("firmware").equals("efi")
                || os.element("loader").filter(loader -> loader.value("type").equals("pflash")).isPresent()).isPresent();
    }

    private Optional<XmlElement> root() {
        return XmlTree.parse(domain).root();
    }

    private static Message reason(String key, Object... arguments) {
        return Message.of(SnapshotAbilities.class, key, arguments);
    }
}
