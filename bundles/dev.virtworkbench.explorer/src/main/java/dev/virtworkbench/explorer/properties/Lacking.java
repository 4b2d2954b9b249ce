package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What libvirt cannot do with a pool's type, so that the menus have it greyed, and why: a line for each reason. */
final class Lacking {

    private static final List<Operation> WITH_POOLS = List.of(Operation.POOL_BUILD, Operation.POOL_DELETE, Operation.VOLUME_CREATE);
    private static final List<Operation> WITH_VOLUMES = List.of(Operation.VOLUME_CLONE, Operation.VOLUME_RESIZE, Operation.VOLUME_DOWNLOAD,
            Operation.VOLUME_UPLOAD, Operation.VOLUME_WIPE, Operation.VOLUME_DELETE);

    private Lacking() { }

    /** With the pool itself; empty if libvirt can do everything. */
    static String of(PoolSummary pool) {
        return lines(pool.type(), WITH_POOLS);
    }

    /** With volumes of that pool; empty if libvirt can do everything. */
    static String ofVolumes(PoolSummary pool) {
        return lines(pool.type(), WITH_VOLUMES);
    }

    private static String lines(String type, List<Operation> operations) {
        Map<String, String> actions = new LinkedHashMap<>();
        for (Operation operation : operations) {
            PoolAbilities.lacks(type, operation).map(Words::of)
                    .ifPresent(reason -> actions.merge(reason, text(operation.name()), (all, one) -> text("and", all, one)));
        }
        return actions.entrySet().stream().map(action -> text("line", action.getValue(), action.getKey())).collect(Collectors.joining("\n"));
    }

    private static String text(String key, Object... arguments) {
        return Words.of(Message.of(Lacking.class, "lacks." + key, arguments));
    }
}
