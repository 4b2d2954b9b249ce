package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What applying a text would do. Nothing was changed on the host by making it. Immutable; holds passwords.
 *
 * @param findings what is to be told about the text, in document order
 * @param present the object as it is configured now; empty if there is none yet, so that one would be made
 * @param changes from the object as it is to the text
 * @param filledIn what the text lacks and libvirt fills in by itself
 * @param live what of it can be done to the running domain as well; {@link Apply#makeLive} does it afterwards
 * @param conflict if somebody else changed the object since it was opened
 * @param obstacles what keeps it from being applied, the gravest first
 * @param notes what is good to know and stops nothing
 * @param toSend what libvirt would get: the text, with the UUID or the passwords of the object where it lacked them
 */
public record ApplyPlan(ApplyRequest request, List<Finding> findings, Optional<Present> present,
        List<PlannedChange> changes, List<Change> filledIn, List<LiveChange> live, Optional<Conflict> conflict,
        List<Obstacle> obstacles, List<Message> notes, String toSend) {

    public ApplyPlan {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
        filledIn = List.copyOf(filledIn);
        live = List.copyOf(live);
        obstacles = List.copyOf(obstacles);
        notes = List.copyOf(notes);
    }

    /** Whether it gives a volume that is there another size, by changing the volume itself. */
    public boolean resizes() {
        return request.kind() == DocumentKind.STORAGE_VOLUME && present.isPresent() && changes.stream().anyMatch(change -> change.effect() == Effect.NOW);
    }

    /** Whether no decision can help: the text has to change. */
    public boolean stopped() {
        return obstacles.stream().anyMatch(obstacle -> obstacle.decision() == Decision.NONE);
    }

    /** Whether these decisions are enough to apply it. */
    public boolean allowedBy(Set<Decision> decisions) {
        return obstacles.stream().allMatch(o -> o.decision() != Decision.NONE && decisions.contains(o.decision()));
    }

    @Override
    public String toString() {
        return request + " " + changes + " " + obstacles;
    }
}
