package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.images.Shrink;
import dev.virtworkbench.engine.lvm.BlockDevice;
import dev.virtworkbench.engine.lvm.LogicalVolume;
import dev.virtworkbench.engine.lvm.PhysicalVolume;
import dev.virtworkbench.engine.lvm.VolumeGroup;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operation destroys for good, for the question before it.
 *
 * @param text exactly what will be lost
 * @param nameToType the name that the person has to type to go on; empty where a yes is enough
 * @param of what kind of thing that is
 */
public record Loss(Message text, String nameToType, Of of) {

    /** As many domains are named in a sentence. */
    private static final int MOST = 10;

    /** What kind of thing is lost. */
    public enum Of {
        /** What is stored: nobody can make it again. */
        DATA,
        /** A definition: it can be made again from its XML. */
        DEFINITION,
        /** What goes on now: it can be started again. */
        RUN
    }

    public static Loss ofPoolDelete(PoolSummary pool) {
        return new Loss(message("loss.pool", pool.name(), pool.targetPath()), pool.name(), Of.DATA);
    }

    /** Building over what is there already. */
    public static Loss ofPoolOverwrite(PoolSummary pool) {
        return new Loss(message("loss.overwrite", pool.name(), pool.targetPath()), pool.name(), Of.DATA);
    }

    public static Loss ofVolumeDelete(VolumeSummary volume) {
        return new Loss(message("loss.volume", volume.name(), volume.path()), "", Of.DATA);
    }

    public static Loss ofVolumeWipe(VolumeSummary volume) {
        return new Loss(message("loss.wipe", volume.name(), volume.path()), volume.name(), Of.DATA);
    }

    public static Loss ofVolumeShrink(VolumeSummary volume, Shrink shrink) {
        return new Loss(message("loss.shrink", volume.name(), shrink.size(), volume.capacity(), shrink.meaning()), volume.name(), Of.DATA);
    }

    public static Loss ofVolumeUpload(VolumeSummary volume) {
        return new Loss(message("loss.upload", volume.name(), volume.path()), "", Of.DATA);
    }

    /**
     * What is on devices that a volume group gets; nobody has to be asked if they are blank.
     *
     * @param devices not blank, at least one
     */
    public static Loss ofDevices(String group, List<BlockDevice> devices) {
        String words = devices.stream().map(device -> device.path() + contents(device)).collect(Collectors.joining(", "));
        return new Loss(message("loss.devices", group, words), group, Of.DATA);
    }

    /** As in {@code (gpt, /dev/sdb1 ext4)}. */
    private static String contents(BlockDevice device) {
        String held = device.all().skip(1).map(each -> each.path() + each.holds().map(" "::concat).orElse("")).collect(Collectors.joining(", "));
        return Stream.concat(device.holds().stream(), Stream.of(held).filter(each -> !each.isEmpty())).collect(Collectors.joining(", ", " (", ")"));
    }

    /** Nothing of volumes is lost; what is moved cannot be cancelled, and the device belongs to nobody afterwards. */
    public static Loss ofGroupReduce(VolumeGroup group, PhysicalVolume device) {
        return new Loss(message(device.used() > 0 ? "loss.reduce-used" : "loss.reduce", device.device(), group.name(), device.used()), "", Of.DEFINITION);
    }

    /** @param group without volumes */
    public static Loss ofGroupRemove(VolumeGroup group) {
        return new Loss(message("loss.group", group.name(),
                group.devices().stream().map(PhysicalVolume::device).collect(Collectors.joining(", "))), "", Of.DEFINITION);
    }

    public static Loss ofLogicalShrink(LogicalVolume volume, Shrink shrink) {
        return new Loss(message("loss.shrink-logical", volume.name(), shrink.size(), volume.size(), shrink.meaning()), volume.name(), Of.DATA);
    }

    /** @param snapshot one that is a snapshot */
    public static Loss ofLogicalRevert(LogicalVolume snapshot) {
        return new Loss(message("loss.revert-logical", snapshot.origin().orElseThrow(), snapshot.name()), "", Of.DATA);
    }

    public static Loss ofDomainDestroy(DomainSummary domain) {
        return new Loss(message(domain.persistent() ? "loss.destroy" : "loss.destroy-transient", domain.name()), "",
                domain.persistent() ? Of.RUN : Of.DEFINITION);
    }

    public static Loss ofDomainUndefine(DomainSummary domain) {
        return new Loss(message(domain.state().active() ? "loss.undefine-running" : "loss.undefine", domain.name()), "",
                Of.DEFINITION);
    }

    /** Of one whose firmware begins with new variables. */
    public static Loss ofVariables(DomainSummary domain) {
        return new Loss(message("loss.variables", domain.name()), "", Of.DATA);
    }

    public static Loss ofSavedState(DomainSummary domain) {
        return new Loss(message("loss.saved-state", domain.name()), "", Of.DATA);
    }

    /**
     * Empty for a pool that stays defined and that no domain has its disks in.
     *
     * @param use the host's, asked just before
     */
    public static Optional<Loss> ofPoolStop(PoolSummary pool, ImageUse use) {
        List<String> users = use.pool(pool.name()).stream().map(ImageUse.InPool::domain).distinct().toList();
        if (pool.persistent() && users.isEmpty()) {
            return Optional.empty();
        }
        String key = (pool.persistent() ? "loss.stop-pool" : "loss.stop-transient-pool") + (users.isEmpty() ? "" : "-of");
        return Optional.of(new Loss(message(key, pool.name(), names(users)), "", pool.persistent() ? Of.RUN : Of.DEFINITION));
    }

    /** @param use the host's, asked just before */
    public static Loss ofPoolUndefine(PoolSummary pool, ImageUse use) {
        List<String> users = use.pool(pool.name()).stream().filter(ImageUse.InPool::byName).map(ImageUse.InPool::domain)
                .distinct().toList();
        return new Loss(message(users.isEmpty() ? "loss.undefine-pool" : "loss.undefine-pool-of", pool.name(), names(users)), "",
                Of.DEFINITION);
    }

    /** What is lost is what no snapshot has. */
    public static Loss ofSnapshotRevert(DomainSummary domain, Snapshot snapshot) {
        return new Loss(message(domain.state().active() ? "loss.revert-running" : "loss.revert", domain.name(), snapshot.name()), "", Of.DATA);
    }

    public static Loss ofSnapshotDelete(DomainSummary domain, Snapshot snapshot) {
        return new Loss(message("loss.snapshot", domain.name(), snapshot.name()), "", Of.DATA);
    }

    /** @param disk its target, as in {@code vda} */
    public static Loss ofBlockCommit(DomainSummary domain, String disk) {
        return new Loss(message("loss.block-commit", domain.name(), disk), "", Of.DATA);
    }

    private static String names(List<String> domains) {
        return domains.stream().limit(MOST).collect(Collectors.joining(", ")) + (domains.size() > MOST ? ", …" : "");
    }

    /** Ends the connections of what is on it. */
    public static Loss ofNetworkStop(NetworkSummary network) {
        return new Loss(message(network.persistent() ? "loss.network" : "loss.network-transient", network.name()), "",
                network.persistent() ? Of.RUN : Of.DEFINITION);
    }

    public static Loss ofNetworkUndefine(NetworkSummary network) {
        return new Loss(message("loss.undefine-network", network.name()), "", Of.DEFINITION);
    }

    public static Loss ofSecretUndefine(SecretSummary secret) {
        return new Loss(message("loss.secret", secret.name()), "", Of.DATA);
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(Loss.class, key, arguments);
    }
}
