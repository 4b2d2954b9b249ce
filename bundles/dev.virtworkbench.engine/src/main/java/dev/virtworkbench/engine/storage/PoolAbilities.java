package dev.virtworkbench.engine.storage;

import static dev.virtworkbench.engine.errors.Operation.POOL_BUILD;
import static dev.virtworkbench.engine.errors.Operation.POOL_DELETE;
import static dev.virtworkbench.engine.errors.Operation.POOL_SOURCES;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_CLONE;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_CREATE;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_CREATE_FROM;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_DELETE;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_DOWNLOAD;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_RESIZE;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_UPLOAD;
import static dev.virtworkbench.engine.errors.Operation.VOLUME_WIPE;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.language.findings.Message;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What libvirt cannot do with pools of a type and their volumes, and why: each of its storage backends has some of the calls only
 * (the function tables of libvirt's {@code storage_backend_*.c}). What is not told here a backend can do; what the host's libvirt
 * was built without is another question, see {@code facts.Abilities}.
 */
public final class PoolAbilities {

    private static final Map<String, Map<Operation, String>> LACKING = lacking();

    private PoolAbilities() {
    }

    /**
     * Why it cannot be done, and what to do instead where there is something.
     *
     * @param type as libvirt writes it; nothing is known of a type that is not libvirt's
     * @return empty if it can be done
     */
    public static Optional<Message> lacks(String type, Operation operation) {
        return Optional.ofNullable(LACKING.getOrDefault(type, Map.of()).get(operation)).map(key -> Message.of(PoolAbilities.class, "lacks." + key));
    }

    private static Map<String, Map<Operation, String>> lacking() {
        Map<String, Map<Operation, String>> all = new HashMap<>();
        put(all, "dir", "sources.folder", POOL_SOURCES);
        put(all, "fs", "sources.device", POOL_SOURCES);
        put(all, "vstorage", "sources", POOL_SOURCES);
        put(all, "logical", "resize.logical", VOLUME_RESIZE);

        put(all, "disk", "sources.device", POOL_SOURCES);
        put(all, "disk", "resize.partition", VOLUME_RESIZE);

        for (String found : new String[] {"iscsi", "iscsi-direct", "scsi", "mpath"}) {
            put(all, found, "found", VOLUME_CREATE, VOLUME_CREATE_FROM, VOLUME_CLONE, VOLUME_DELETE);
            put(all, found, "resize.found", VOLUME_RESIZE);
            put(all, found, "build.found", POOL_BUILD);
            put(all, found, "delete.found", POOL_DELETE);
        }
        put(all, "scsi", "sources.adapter", POOL_SOURCES);
        put(all, "mpath", "sources.mpath", POOL_SOURCES);
        put(all, "iscsi-direct", "sources.direct", POOL_SOURCES);
        put(all, "iscsi-direct", "transfer", VOLUME_UPLOAD, VOLUME_DOWNLOAD);

        for (String cluster : new String[] {"rbd", "sheepdog", "gluster"}) {
            put(all, cluster, "build.cluster", POOL_BUILD);
            put(all, cluster, "delete.cluster", POOL_DELETE);
            put(all, cluster, "transfer", VOLUME_UPLOAD, VOLUME_DOWNLOAD);
        }
        put(all, "rbd", "sources", POOL_SOURCES);
        put(all, "sheepdog", "sources", POOL_SOURCES);
        put(all, "sheepdog", "copy", VOLUME_CREATE_FROM, VOLUME_CLONE);
        put(all, "sheepdog", "wipe", VOLUME_WIPE);
        put(all, "gluster", "create.gluster", VOLUME_CREATE, VOLUME_CREATE_FROM, VOLUME_CLONE);
        put(all, "gluster", "resize.gluster", VOLUME_RESIZE);
        put(all, "gluster", "wipe", VOLUME_WIPE);

        put(all, "zfs", "sources", POOL_SOURCES);
        put(all, "zfs", "resize.zfs", VOLUME_RESIZE);
        put(all, "zfs", "wipe", VOLUME_WIPE);
        put(all, "zfs", "copy", VOLUME_CREATE_FROM, VOLUME_CLONE);
        return all;
    }

    private static void put(Map<String, Map<Operation, String>> all, String type, String reason, Operation... operations) {
        for (Operation operation : operations) {
            all.computeIfAbsent(type, each -> new EnumMap<>(Operation.class)).put(operation, reason);
        }
    }
}
