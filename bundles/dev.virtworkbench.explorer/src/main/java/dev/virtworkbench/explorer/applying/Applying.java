package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Conflict;
import dev.virtworkbench.engine.apply.LiveChange;
import dev.virtworkbench.engine.clones.CloneOrder;
import dev.virtworkbench.engine.clones.Clones;
import dev.virtworkbench.engine.clones.DiskMove;
import dev.virtworkbench.engine.clones.DiskMoves;
import dev.virtworkbench.engine.clones.DiskMoves.Moved;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.images.AfterGrowth;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/**
 * Applies texts to a host: plans, shows, asks, applies, tells. On the UI thread, which goes on drawing meanwhile. Whatever fails is
 * told to the person here.
 */
public final class Applying {

    private final Shell shell;
    private final Host host;
    private final Apply apply;

    public Applying(Shell shell, Host host) {
        this.shell = shell;
        this.host = host;
        this.apply = new Apply(host, VirtWorkbench.get().language(), Applying::remember);
    }

    /**
     * Applies texts in their order, all after one look at the differences.
     *
     * @param compare shows a conflict that somebody wants to look at before they decide
     * @return what was applied; fewer than the requests, or none, if the person cancelled or something failed
     */
    public List<Applied> apply(List<ApplyRequest> requests, Consumer<Conflict> compare) {
        try {
            List<ApplyPlan> plans = plan(requests);
            if (plans.size() < requests.size()) {
                return List.of();
            }
            Consent consent = new Consent(plans);
            ApplyDialog dialog = new ApplyDialog(shell, host.uri(), consent, false);
            switch (dialog.open()) {
                case ApplyDialog.OK -> {
                    return apply(consent, false);
                }
                case ApplyDialog.COMPARE -> dialog.conflict().ifPresent(compare);
                default -> { }
            }
            return List.of();
        } catch (VirtException e) {
            Failure.show(e);
            return List.of();
        }
    }

    /**
     * Applies what a person has agreed to already, without showing the differences once more, unless something speaks against it or has
     * to be decided.
     *
     * @param live whether the running domain shall have at once what it can
     * @param force whether a drive opens though its guest has locked it
     * @param compare shows a conflict that somebody wants to look at before they decide
     * @return whether it was applied; what failed was told
     */
    public boolean agreed(ApplyRequest request, boolean live, boolean force, Consumer<Conflict> compare) {
        try {
            Optional<ApplyPlan> plan = plan(request);
            if (plan.isEmpty()) {
                return false;
            }
            Consent consent = new Consent(List.of(plan.get()));
            if (live) {
                consent.makeLive();
            }
            return consent.enough() ? !apply(consent, force).isEmpty() : asked(consent, force, compare);
        } catch (VirtException e) {
            Failure.show(e);
            return false;
        }
    }

    private boolean asked(Consent consent, boolean force, Consumer<Conflict> compare) {
        ApplyDialog dialog = new ApplyDialog(shell, host.uri(), consent, false);
        switch (dialog.open()) {
            case ApplyDialog.OK -> {
                return !apply(consent, force).isEmpty();
            }
            case ApplyDialog.COMPARE -> dialog.conflict().ifPresent(compare);
            default -> { }
        }
        return false;
    }

    /** Shows what applying the texts would do. Nothing is changed. */
    public void dryRun(List<ApplyRequest> requests) {
        try {
            List<ApplyPlan> plans = plan(requests);
            if (plans.size() == requests.size()) {
                new ApplyDialog(shell, host.uri(), new Consent(plans), true).open();
            }
        } catch (VirtException e) {
            Failure.show(e);
        }
    }

    /** Finds out what applying a text would do; empty if the person did not want to wait. */
    public Optional<ApplyPlan> plan(ApplyRequest request) {
        return Waiting.forResult(apply.plan(request));
    }

    /**
     * Reads back what a wizard has just made, and keeps it in the history. From any thread.
     *
     * @param validated whether libvirt judged the text by its schema
     */
    public Job<Applied> made(ApplyRequest request, boolean validated) {
        return apply.made(request, validated);
    }

    /** Starts to make a clone, whose definition, and that of its original, is kept in the history as any other. From any thread. */
    public Job<Applied> cloned(CloneOrder order) {
        return new Clones(host).make(order, apply);
    }

    /** Starts to move a disk, likewise. */
    public Job<Moved> moved(DiskMove move) {
        return new DiskMoves(host).move(move, apply);
    }

    /** Tells what libvirt did not keep of a text, if there is anything to tell. */
    public void tell(Applied applied) {
        OutcomeDialog.tell(shell, List.of(applied));
    }

    private List<ApplyPlan> plan(List<ApplyRequest> requests) {
        List<ApplyPlan> plans = new ArrayList<>();
        for (ApplyRequest request : requests) {
            Optional<ApplyPlan> plan = plan(request);
            if (plan.isEmpty()) {
                return List.of();
            }
            plans.add(plan.get());
        }
        return plans;
    }

    /** @param force whether a drive opens though its guest has locked it */
    private List<Applied> apply(Consent consent, boolean force) {
        List<Applied> all = new ArrayList<>();
        List<VirtException> failures = new ArrayList<>();
        for (ApplyPlan plan : consent.plans()) {
            try {
                Optional<Applied> applied = Waiting.forResult(apply.apply(plan, consent.decisions(plan), consent.copy(plan)));
                if (applied.isEmpty()) {
                    break;
                }
                all.add(applied.get());
                // libvirt has no events for volumes, nor for all that changes on a running domain
                HostContents contents = VirtWorkbench.get().contents().of(host);
                applied.get().pool().ifPresent(contents::readVolumesAgain);
                failures.addAll(makeLive(plan, consent.live(plan), applied.get(), force));
                contents.readDisksAgain(applied.get().uuid());
            } catch (VirtException e) {
                failures.add(e);
                break;
            }
        }
        OutcomeDialog.tell(shell, all);
        all.forEach(this::tellGrowth);
        failures.forEach(Failure::show);
        if (!all.isEmpty() && all.size() < consent.plans().size()) {
            MessageDialog.openInformation(shell, Texts.get("outcome"),
                    Texts.get("outcome.partly", String.join(", ", all.stream().map(Applied::name).toList())));
        }
        return all;
    }

    /** Tells what is left to do inside the guest of a volume that has more room now. */
    private void tellGrowth(Applied applied) {
        applied.grown().ifPresent(size -> AfterGrowth.tell(Texts.get("outcome"), applied.name(), size,
                () -> host.images().guestDisk(host.pools().pool(applied.uuid(), applied.name()).volume(applied.name()))));
    }

    private List<VirtException> makeLive(ApplyPlan plan, List<LiveChange> wanted, Applied applied, boolean force) {
        List<VirtException> failures = new ArrayList<>();
        for (LiveChange change : wanted) {
            try {
                Waiting.forResult(apply.makeLive(plan, change, applied, force));
            } catch (VirtException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    private static void remember(Applied applied) {
        try {
            VirtWorkbench.get().history().add(applied);
        } catch (IOException e) {
            Failure.show(e);
        }
    }
}
