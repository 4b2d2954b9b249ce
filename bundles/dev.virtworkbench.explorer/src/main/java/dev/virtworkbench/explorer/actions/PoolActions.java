package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.actions.UseCheck;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.dialogs.WayDialog;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions on storage pools. */
final class PoolActions {

    private PoolActions() { }

    static Map<String, ObjectAction<OfPool>> all() {
        return Map.ofEntries(
                Map.entry("build", ObjectAction.unless(OfPool.class, obstacle(PoolAction.BUILD), PoolActions::build)),
                Map.entry("start", action(PoolAction.START, Pool::start)),
                Map.entry("stop", asking(PoolAction.STOP, Loss::ofPoolStop, Pool::stop)),
                Map.entry("refresh", action(PoolAction.REFRESH, Pool::refresh)),
                Map.entry("autostartOn", action(PoolAction.AUTOSTART_ON, pool -> pool.setAutostart(true))),
                Map.entry("autostartOff", action(PoolAction.AUTOSTART_OFF, pool -> pool.setAutostart(false))),
                Map.entry("delete", asking(PoolAction.DELETE, (pool, use) -> Optional.of(Loss.ofPoolDelete(pool)), Pool::delete)),
                Map.entry("undefine", asking(PoolAction.UNDEFINE, (pool, use) -> Optional.of(Loss.ofPoolUndefine(pool, use)),
                        Pool::undefine)));
    }

    private static ObjectAction<OfPool> action(PoolAction action, Function<Pool, Job<Void>> job) {
        return ObjectAction.unless(OfPool.class, obstacle(action), pools -> start(pools, job));
    }

    private static Function<List<OfPool>, Optional<Message>> obstacle(PoolAction action) {
        return pools -> ObjectAction.first(pools, OfPool::summary, action::obstacle);
    }

    /** Looks who has disks in the pools of one host, refuses if that is in the way, and asks if there is something to lose. */
    private static ObjectAction<OfPool> asking(PoolAction action, BiFunction<PoolSummary, ImageUse, Optional<Loss>> loss,
            Function<Pool, Job<Void>> job) {
        Function<List<OfPool>, Optional<Message>> obstacle = pools -> ObjectAction.unlessOneHost(pools).or(() -> obstacle(action).apply(pools));
        return ObjectAction.unless(OfPool.class, obstacle, pools -> ifFree(action, pools, use -> {
            List<Loss> losses = summaries(pools).stream().flatMap(pool -> loss.apply(pool, use).stream()).toList();
            if (losses.isEmpty()) {
                start(pools, job);
            } else if (LossQuestion.confirmed(Person.shell(), name(action), losses)) {
                start(pools, checked(action, pools, job));
            }
        }));
    }

    private static void ifFree(PoolAction action, List<OfPool> pools, Consumer<ImageUse> next) {
        Users.unlessInTheWay(() -> action.look(host(pools).domains(), HostRights.looking(host(pools)), uuids(pools)), name(action),
                use -> summaries(pools).stream().flatMap(pool -> action.refusals(pool, use).stream()).toList(), next);
    }

    /** While the person reads the question, a domain may start. */
    private static Function<Pool, Job<Void>> checked(PoolAction action, List<OfPool> pools, Function<Pool, Job<Void>> job) {
        UseCheck check = new UseCheck(action, host(pools).domains(), HostRights.looking(host(pools)), uuids(pools));
        return action.refusable() ? pool -> job.apply(check.before(action, pool)) : job;
    }

    private static Host host(List<OfPool> ofOneHost) {
        return ofOneHost.getFirst().host();
    }

    private static Set<UUID> uuids(List<OfPool> pools) {
        return pools.stream().map(pool -> pool.summary().uuid()).collect(Collectors.toSet());
    }

    private static List<Existing> choices(OfPool pool) {
        // of a type that is newer than this program libvirt knows best
        return PoolType.of(pool.summary().type()).map(PoolType::buildChoices).orElse(List.of(Existing.LEAVE));
    }

    private static void build(List<OfPool> pools) {
        for (OfPool pool : pools) {
            List<Existing> choices = choices(pool);
            Optional<Existing> chosen = choices.size() == 1 ? Optional.of(choices.getFirst())
                    : WayDialog.ask(Person.shell(), name(PoolAction.BUILD), Texts.get("build.question", pool.name(), pool.summary().targetPath()),
                            choices, choice -> Texts.get("build." + choice));
            if (chosen.filter(Existing.OVERWRITE::equals).isPresent()) {
                overwrite(pool);
            } else {
                chosen.ifPresent(existing -> start(List.of(pool), each -> each.build(existing)));
            }
        }
    }

    private static void overwrite(OfPool pool) {
        ifFree(PoolAction.BUILD, List.of(pool), use -> {
            if (LossQuestion.confirmed(Person.shell(), name(PoolAction.BUILD), List.of(Loss.ofPoolOverwrite(pool.summary())))) {
                start(List.of(pool), checked(PoolAction.BUILD, List.of(pool), each -> each.build(Existing.OVERWRITE)));
            }
        });
    }

    private static void start(List<OfPool> pools, Function<Pool, Job<Void>> job) {
        // libvirt tells of most changes, but not of whether a pool starts with the host
        Asked.all(pools.stream().map(each -> job.apply(each.pool())).toList(), () -> pools.stream().map(OfPool::host).distinct()
                .forEach(host -> VirtWorkbench.get().contents().of(host).pools().again()));
    }

    private static List<PoolSummary> summaries(List<OfPool> pools) {
        return pools.stream().map(OfPool::summary).toList();
    }

    private static String name(PoolAction action) {
        return Texts.get("pool." + action);
    }
}
