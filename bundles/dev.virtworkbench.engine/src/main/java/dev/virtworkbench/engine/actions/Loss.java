package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;

/**
 * What an operation destroys for good, for the question before it.
 *
 * @param text exactly what will be lost
 * @param nameToType the name that the person has to type to go on; empty where a yes is enough
 */
public record Loss(Message text, String nameToType) {

    public static Loss ofPoolDelete(PoolSummary pool) {
        return new Loss(message("loss.pool", pool.name(), pool.targetPath()), pool.name());
    }

    /** Building over what is there already. */
    public static Loss ofPoolOverwrite(PoolSummary pool) {
        return new Loss(message("loss.overwrite", pool.name(), pool.targetPath()), pool.name());
    }

    public static Loss ofVolumeDelete(VolumeSummary volume) {
        return new Loss(message("loss.volume", volume.name(), volume.path()), "");
    }

    public static Loss ofVolumeWipe(VolumeSummary volume) {
        return new Loss(message("loss.wipe", volume.name(), volume.path()), volume.name());
    }

    /** @param capacity bytes that remain */
    public static Loss ofVolumeShrink(VolumeSummary volume, long capacity) {
        return new Loss(message("loss.shrink", volume.name(), capacity, volume.capacity()), volume.name());
    }

    public static Loss ofVolumeUpload(VolumeSummary volume) {
        return new Loss(message("loss.upload", volume.name(), volume.path()), "");
    }

    public static Loss ofDomainDestroy(DomainSummary domain) {
        return new Loss(message(domain.persistent() ? "loss.destroy" : "loss.destroy-transient", domain.name()), "");
    }

    public static Loss ofDomainUndefine(DomainSummary domain) {
        return new Loss(message("loss.undefine", domain.name()), "");
    }

    public static Loss ofPoolUndefine(PoolSummary pool) {
        return new Loss(message("loss.undefine-pool", pool.name()), "");
    }

    /** Ends the connections of what is on it. */
    public static Loss ofNetworkStop(NetworkSummary network) {
        return new Loss(message(network.persistent() ? "loss.network" : "loss.network-transient", network.name()), "");
    }

    public static Loss ofNetworkUndefine(NetworkSummary network) {
        return new Loss(message("loss.undefine-network", network.name()), "");
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(Loss.class, key, arguments);
    }
}
