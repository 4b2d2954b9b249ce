package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Origin;
import dev.virtworkbench.engine.domains.DeviceScope;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings edited documents to a host. First a plan, which changes nothing and is all that a dry run does; then, with the
 * decisions that the plan asks for, the change itself. Whatever fails leaves the object as it was. Safe to use from any thread.
 */
public final class Apply {

    private final Session session;
    private final Images images;
    private final LibvirtLanguage language;
    private final Consumer<Applied> done;

    public Apply(Host host, LibvirtLanguage language) {
        this(host, language, applied -> { });
    }

    /**
     * @param done is told of all that was applied, within the job and on its thread, so that nobody can cancel that. Of what could
     *        not be read back, it is told what was sent
     */
    public Apply(Host host, LibvirtLanguage language, Consumer<Applied> done) {
        this.session = host.session();
        this.images = host.images();
        this.language = language;
        this.done = done;
    }

    /**
     * Finds out what applying a text would do.
     *
     * @throws IllegalArgumentException if documents of this kind cannot be applied, or not in this mode, or a volume's pool is
     *         not given
     */
    public Job<ApplyPlan> plan(ApplyRequest request) {
        if (!ApplyRequest.applicable(request.kind())
                || request.kind() == DocumentKind.STORAGE_VOLUME && request.pool().isEmpty()
                || request.mode() == ApplyMode.CREATE && !ApplyRequest.creatable(request.kind())) {
            throw new IllegalArgumentException("cannot apply a " + request.kind());
        }
        String name = Names.in(XmlTree.parse(request.text())).name();
        return session.start(Operation.APPLY, name, Cancellation.STOPS_WAITING, task -> {
            Draft draft = new Draft(request, language);
            if (draft.readable()) {
                step(name, () -> {
                    if (request.kind() == DocumentKind.STORAGE_VOLUME) {
                        volumes().plan(draft);
                    } else {
                        definitions(request.kind()).plan(draft);
                    }
                    return draft;
                });
            }
            return draft.plan();
        });
    }

    /**
     * Does what a plan says. Fails without having changed anything if a decision is lacking, or the object is not any more what
     * it was when the plan was made (looked at just before: libvirt has no call that compares and defines at once). It can be
     * cancelled until libvirt is asked to change something, and not after that.
     */
    public Job<Applied> apply(ApplyPlan plan, Set<Decision> decisions) {
        return apply(plan, decisions, Optional.empty());
    }

    /**
     * The same with something to go back to.
     *
     * @param copy of a plan that {@linkplain ApplyPlan#resizes resizes} a volume, the name of a volume of the same pool that is made of it
     *        first; empty for none
     */
    public Job<Applied> apply(ApplyPlan plan, Set<Decision> decisions, Optional<String> copy) {
        String name = Names.in(XmlTree.parse(plan.toSend())).name();
        Set<Decision> decided = Set.copyOf(decisions);
        return session.start(Operation.APPLY, name, Cancellation.UNTIL_CHANGING, task -> {
            if (!plan.allowedBy(decided)) {
                Obstacle lacking = plan.obstacles().stream().filter(o -> !decided.contains(o.decision())
                        || o.decision() == Decision.NONE).findFirst().orElseThrow();
                throw VirtException.of(Operation.APPLY, name, lacking.message(), null, null);
            }
            boolean volume = plan.request().kind() == DocumentKind.STORAGE_VOLUME;
            refuseIfChanged(name, plan, step(name,
                    () -> volume ? volumes().look(plan) : definitions(plan.request().kind()).look(plan)));
            task.beginChanging();
            Applied applied = volume ? volumes().apply(plan, copy, done)
                    : definitions(plan.request().kind()).apply(plan, decided, done);
            done.accept(applied);
            return applied;
        });
    }

    /**
     * Looks what came of a text that a new object was just made from in another way, as wizards do, which build and start it too:
     * read back, compared and told like what is applied.
     *
     * @param validated whether libvirt judged the text by its schema
     */
    public Job<Applied> made(ApplyRequest request, boolean validated) {
        String name = Names.in(XmlTree.parse(request.text())).name();
        return session.start(Operation.APPLY, name, Cancellation.UNTIL_CHANGING, task -> {
            // it is there: that is told whatever happens
            task.beginChanging();
            Applied applied = request.kind() == DocumentKind.STORAGE_VOLUME ? volumes().made(request, done)
                    : definitions(request.kind()).made(request, validated, done);
            done.accept(applied);
            return applied;
        });
    }

    /**
     * Makes a change to the running domain as well. Fails if the applied text, read back, has no such change any more, and if the
     * guest does not let go of a disk that it shall lose.
     *
     * @param planned of {@link ApplyPlan#live()}
     * @param applied what came of that plan
     */
    public Job<Void> makeLive(ApplyPlan plan, LiveChange planned, Applied applied) {
        return makeLive(plan, planned, applied, false);
    }

    /** The same. @param force whether a drive opens though its guest has locked it */
    public Job<Void> makeLive(ApplyPlan plan, LiveChange planned, Applied applied, boolean force) {
        Domain domain = new Domains(session).domain(applied.uuid(), applied.name());
        return session.start(Operation.APPLY, applied.name(), Cancellation.UNTIL_CHANGING, task -> {
            LiveChange change = applied.live().get(plan.live().indexOf(planned)).orElseThrow(() -> VirtException.of(Operation.APPLY,
                    applied.name(), Message.of(LiveChange.class, "live.gone", planned.message()),
                    Message.of(LiveChange.class, "live.gone.hint"), null));
            task.beginChanging();
            (switch (change.call()) {
                case ATTACH -> domain.attach(change.xml(), DeviceScope.LIVE);
                case DETACH -> change.disk().map(target -> domain.unplug(change.xml(), target))
                        .orElseGet(() -> domain.detach(change.xml(), DeviceScope.LIVE));
                case UPDATE -> force && change.disk().isPresent() ? domain.changeMedium(change.xml(), true)
                        : domain.update(change.xml(), DeviceScope.LIVE);
            }).await();
            return null;
        });
    }

    /** To somebody who applies a text, that a listing of domains failed says nothing. */
    private static <T> T step(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (VirtException e) {
            throw e.within(Operation.APPLY, name);
        }
    }

    private static void refuseIfChanged(String name, ApplyPlan plan, Optional<Present> now) {
        boolean same = plan.present().isPresent() == now.isPresent() && (now.isEmpty() || Difference.of(
                XmlTree.parse(plan.present().get().xml()), Origin.LIBVIRT, XmlTree.parse(now.get().xml()), Origin.LIBVIRT)
                .isEmpty());
        if (!same) {
            throw VirtException.of(Operation.APPLY, name, Message.of(Obstacle.class, "changed-since-plan"),
                    Message.of(Obstacle.class, "changed-since-plan.hint"), null);
        }
    }

    private DefinitionApply definitions(DocumentKind kind) {
        return new DefinitionApply(session.uri(), Definitions.of(kind, session));
    }

    private VolumeApply volumes() {
        return new VolumeApply(session.uri(), new Pools(session), images);
    }
}
