package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.apply.LiveChange;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person has decided about plans while looking at them. */
final class Consent {

    private final List<ApplyPlan> plans;
    private final Map<ApplyPlan, Set<Decision>> decisions = new IdentityHashMap<>();
    private final Map<ApplyPlan, Set<LiveChange>> live = new IdentityHashMap<>();
    private final Map<ApplyPlan, String> copies = new IdentityHashMap<>();

    Consent(List<ApplyPlan> plans) {
        this.plans = List.copyOf(plans);
        for (ApplyPlan plan : this.plans) {
            decisions.put(plan, new HashSet<>());
            live.put(plan, new HashSet<>());
        }
    }

    List<ApplyPlan> plans() {
        return plans;
    }

    void decide(ApplyPlan plan, Decision decision, boolean taken) {
        set(decisions.get(plan), decision, taken);
    }

    Set<Decision> decisions(ApplyPlan plan) {
        return Set.copyOf(decisions.get(plan));
    }

    /** Whether the running domain shall have that as well, at once. */
    void makeLive(ApplyPlan plan, LiveChange change, boolean wanted) {
        set(live.get(plan), change, wanted);
    }

    /** The running domains shall have all that they can, at once. */
    void makeLive() {
        plans.forEach(plan -> live.get(plan).addAll(plan.live()));
    }

    /** Those of the plan's changes that are to be made at once, in its order. */
    List<LiveChange> live(ApplyPlan plan) {
        return plan.live().stream().filter(live.get(plan)::contains).toList();
    }

    /** @param copy the name of a copy that is made of the plan's volume before its size changes; empty for none */
    void copyFirst(ApplyPlan plan, Optional<String> copy) {
        copy.ifPresentOrElse(name -> copies.put(plan, name), () -> copies.remove(plan));
    }

    Optional<String> copy(ApplyPlan plan) {
        return Optional.ofNullable(copies.get(plan));
    }

    /** Whether all that has to be decided is. */
    boolean enough() {
        return plans.stream().allMatch(plan -> plan.allowedBy(decisions.get(plan)));
    }

    private static <T> void set(Set<T> chosen, T what, boolean on) {
        if (on) {
            chosen.add(what);
        } else {
            chosen.remove(what);
        }
    }
}
