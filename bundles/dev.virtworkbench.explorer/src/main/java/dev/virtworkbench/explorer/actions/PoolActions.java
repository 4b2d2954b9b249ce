package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.BuildDialog;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The actions on storage pools. */
final class PoolActions {

    private PoolActions() { }

    static Map<String, ObjectAction<OfPool>> all() {
        return Map.ofEntries(
                Map.entry("build", new ObjectAction<>(OfPool.class, PoolActions::canBeBuilt, PoolActions::build)),
                Map.entry("start", action(PoolAction.START, Pool::start)),
                Map.entry("stop", asking(PoolAction.STOP, "pool.stop", Loss::ofPoolStop, Pool::stop)),
                Map.entry("refresh", action(PoolAction.REFRESH, Pool::refresh)),
                Map.entry("autostartOn", action(PoolAction.AUTOSTART_ON, pool -> pool.setAutostart(true))),
                Map.entry("autostartOff", action(PoolAction.AUTOSTART_OFF, pool -> pool.setAutostart(false))),
                Map.entry("delete", asking(PoolAction.DELETE, "pool.delete", pool -> Optional.of(Loss.ofPoolDelete(pool)), Pool::delete)),
                Map.entry("undefine", asking(PoolAction.UNDEFINE, "pool.undefine", pool -> Optional.of(Loss.ofPoolUndefine(pool)),
                        Pool::undefine)));
    }

    private static ObjectAction<OfPool> action(PoolAction action, Function<Pool, Job<Void>> job) {
        return new ObjectAction<>(OfPool.class, pools -> action.enabled(summaries(pools)), pools -> start(pools, job));
    }

    /** Asks first if there is something to lose. */
    private static ObjectAction<OfPool> asking(PoolAction action, String name, Function<PoolSummary, Optional<Loss>> loss,
            Function<Pool, Job<Void>> job) {
        return new ObjectAction<>(OfPool.class, pools -> action.enabled(summaries(pools)), pools -> {
            List<Loss> losses = summaries(pools).stream().flatMap(pool -> loss.apply(pool).stream()).toList();
            if (losses.isEmpty() || LossQuestion.confirmed(Person.shell(), Texts.get(name), losses)) {
                start(pools, job);
            }
        });
    }

    private static boolean canBeBuilt(List<OfPool> pools) {
        return PoolAction.BUILD.enabled(summaries(pools)) && pools.stream().noneMatch(pool -> choices(pool).isEmpty());
    }

    private static List<Existing> choices(OfPool pool) {
        // of a type that is newer than this program libvirt knows best
        return PoolType.of(pool.summary().type()).map(PoolType::buildChoices).orElse(List.of(Existing.LEAVE));
    }

    private static void build(List<OfPool> pools) {
        for (OfPool pool : pools) {
            chosen(pool).ifPresent(existing -> start(List.of(pool), each -> each.build(existing)));
        }
    }

    private static Optional<Existing> chosen(OfPool pool) {
        List<Existing> choices = choices(pool);
        if (choices.size() == 1) {
            return Optional.of(choices.getFirst());
        }
        String action = Texts.get("pool.build");
        return BuildDialog.ask(Person.shell(), action, pool.name(), pool.summary().targetPath(), choices)
                .filter(choice -> choice != Existing.OVERWRITE
                        || LossQuestion.confirmed(Person.shell(), action, List.of(Loss.ofPoolOverwrite(pool.summary()))));
    }

    private static void start(List<OfPool> pools, Function<Pool, Job<Void>> job) {
        // libvirt tells of most changes, but not of whether a pool starts with the host
        Asked.all(pools.stream().map(each -> job.apply(each.pool())).toList(), () -> pools.stream().map(OfPool::host).distinct()
                .forEach(host -> VirtWorkbench.get().contents().of(host).pools().again()));
    }

    private static List<PoolSummary> summaries(List<OfPool> pools) {
        return pools.stream().map(OfPool::summary).toList();
    }
}
