package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.apply.Definitions.Entry;
import dev.virtworkbench.engine.apply.Definitions.Made;
import dev.virtworkbench.engine.difference.ChangeKind;
import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Origin;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlTree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Applies what libvirt keeps as a definition: domains, pools, networks, secrets. One call to define or to create: all of it or
 * nothing.
 */
final class DefinitionApply {

    private final String uri;
    private final Definitions definitions;

    DefinitionApply(String uri, Definitions definitions) {
        this.uri = uri;
        this.definitions = definitions;
    }

    void plan(Draft draft) {
        Names wanted = Names.in(draft.edited);
        draft.present = find(wanted, draft);
        draft.present.ifPresentOrElse(present -> planPresent(draft, present), () -> planNew(draft, wanted.name()));
    }

    private static void planNew(Draft draft, String name) {
        draft.request.opened().map(opened -> Names.in(XmlTree.parse(opened)).name())
                .ifPresent(opened -> draft.note(opened.equals(name) ? "gone" : "new-object", name, opened));
        if (draft.request.keepSecrets()) {
            Completed.withoutPassword(draft.edited).forEach(type -> draft.note("no-password", type));
        }
    }

    private static void planPresent(Draft draft, Present present) {
        XmlTree now = XmlTree.parse(present.xml());
        draft.toSend = Completed.text(draft.edited, now, draft.request.keepSecrets());
        XmlTree sent = XmlTree.parse(draft.toSend);
        Difference difference = Difference.of(now, Origin.LIBVIRT, sent, Origin.PERSON);
        draft.filledIn = difference.filledIn();
        if (draft.request.mode() == ApplyMode.CREATE) {
            draft.changes = difference.changes().stream().map(PlannedChange::now).toList();
            if (present.active()) {
                draft.obstacle(Decision.NONE, "runs-already", present.name());
            } else {
                draft.note("starts-once", present.name());
            }
            return;
        }
        draft.changes = difference.changes().stream()
                .map(change -> present.active() ? PlannedChange.nextStart(change) : PlannedChange.now(change)).toList();
        draft.live = present.active() ? LiveChanges.of(difference, sent) : List.of();
        draft.conflict = draft.request.opened().flatMap(opened -> Conflict.of(opened,
                draft.request.keepSecrets() ? Redaction.withoutSecrets(present.xml()) : present.xml(), draft.edited));
        if (draft.conflict.isPresent()) {
            draft.obstacle(Decision.OVERWRITE, "conflict", present.name(), draft.conflict.get().theirs().size());
        }
    }

    /** libvirt finds an object by its UUID, and refuses a name that another object has. */
    private Optional<Present> find(Names wanted, Draft draft) {
        List<Entry> all = definitions.all();
        Optional<Entry> byUuid = all.stream().filter(e -> wanted.uuid().filter(e.uuid()::equals).isPresent()).findFirst();
        Optional<Entry> byName = all.stream().filter(e -> !wanted.name().isEmpty() && e.name().equals(wanted.name())).findFirst();
        if (byUuid.isPresent() && !byUuid.get().name().equals(wanted.name())) {
            draft.obstacle(Decision.NONE, "renamed", byUuid.get().name(), wanted.name());
        } else if (byUuid.isEmpty() && byName.isPresent() && wanted.uuid().isPresent()) {
            draft.obstacle(Decision.NONE, "other-uuid", wanted.name(), byName.get().uuid());
        }
        Optional<Entry> found = byUuid.or(() -> byName);
        found.filter(entry -> !entry.persistent() && draft.request.mode() == ApplyMode.DEFINE)
                .ifPresent(entry -> draft.note("becomes-persistent", entry.name()));
        return found.map(this::present);
    }

    private Present present(Entry entry) {
        return new Present(entry.uuid(), entry.name(), entry.active(), definitions.xml(entry));
    }

    /** What the object is at this moment, if there is one. */
    Optional<Present> look(ApplyPlan plan) {
        Names wanted = Names.in(XmlTree.parse(plan.toSend()));
        return definitions.all().stream()
                .filter(e -> plan.present().map(p -> p.uuid().equals(e.uuid())).orElseGet(() -> e.name().equals(wanted.name())
                        || wanted.uuid().filter(e.uuid()::equals).isPresent()))
                .findFirst().map(this::present);
    }

    /** @param unread is told what was sent where libvirt has it and it cannot be read back */
    Applied apply(ApplyPlan plan, Set<Decision> decisions, Consumer<Applied> unread) {
        XmlTree sent = XmlTree.parse(plan.toSend());
        Made made = make(plan, !decisions.contains(Decision.WITHOUT_VALIDATION));
        Entry entry = made.entry();
        // of what runs besides its definition, the definition says nothing; of what has none, its configuration tells it without states
        boolean besides = plan.request().mode() == ApplyMode.CREATE && plan.present().isPresent();
        String after = ReadBack.of(entry.name(), () -> besides ? definitions.running(entry) : definitions.xml(entry),
                () -> unread.accept(outcome(plan.request(), sent, entry, plan.present(), plan.toSend(), made.validated(), List.of())));
        XmlTree back = XmlTree.parse(after);
        List<Optional<LiveChange>> live = plan.present().filter(Present::active).isPresent()
                ? LiveChanges.afterwards(plan.live(), back,
                        Difference.of(XmlTree.parse(plan.present().get().xml()), Origin.LIBVIRT, back, Origin.LIBVIRT))
                : List.of();
        return outcome(plan.request(), sent, entry, plan.present(), after, made.validated(), live);
    }

    /**
     * What came of a text that an object was just made from.
     *
     * @param unread is told what was sent where it cannot be read back
     */
    Applied made(ApplyRequest request, boolean validated, Consumer<Applied> unread) {
        XmlTree sent = XmlTree.parse(request.text());
        String name = Names.in(sent).name();
        Entry entry = definitions.all().stream().filter(e -> e.name().equals(name)).findFirst()
                .orElseThrow(() -> VirtException.of(Operation.APPLY, name, Message.of(Obstacle.class, "gone-since"), null, null));
        String after = ReadBack.of(entry.name(), () -> definitions.xml(entry), () -> unread.accept(
                outcome(request, sent, entry, Optional.empty(), request.text(), validated, List.of())));
        return outcome(request, sent, entry, Optional.empty(), after, validated, List.of());
    }

    private Applied outcome(ApplyRequest request, XmlTree sent, Entry entry, Optional<Present> before, String after,
            boolean validated, List<Optional<LiveChange>> live) {
        Difference outcome = Difference.of(sent, Origin.PERSON, XmlTree.parse(after), Origin.LIBVIRT);
        return new Applied(Instant.now(), uri, request.kind(), entry.name(), entry.uuid(), Optional.empty(),
                request.mode(), before.map(Present::xml), after,
                outcome.changes().stream().filter(change -> change.kind() == ChangeKind.REMOVED).toList(),
                outcome.changes().stream().filter(change -> change.kind() == ChangeKind.CHANGED).toList(), validated, live);
    }

    private Made make(ApplyPlan plan, boolean validate) {
        try {
            return make(plan.request().mode(), plan.toSend(), validate);
        } catch (VirtException e) {
            if (!validate || !flagRefused(e)) {
                throw e;
            }
            return make(plan.request().mode(), plan.toSend(), false);
        }
    }

    private Made make(ApplyMode mode, String xml, boolean validate) {
        return mode == ApplyMode.CREATE ? definitions.create(xml, validate) : new Made(definitions.define(xml, validate), validate);
    }

    /** An older libvirt, or another driver, does not know the flag to validate; what it did not understand it did not do. */
    private static boolean flagRefused(VirtException e) {
        return e.code() == ErrorCode.INVALID_ARG || e.code() == ErrorCode.NO_SUPPORT;
    }
}
