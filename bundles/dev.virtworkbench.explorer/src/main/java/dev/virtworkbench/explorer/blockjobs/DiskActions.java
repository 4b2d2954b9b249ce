package dev.virtworkbench.explorer.blockjobs;

import dev.virtworkbench.engine.actions.DomainAction;
import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.blockjobs.BlockJobs;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.actions.ObjectAction;
import dev.virtworkbench.explorer.dialogs.WayDialog;
import dev.virtworkbench.explorer.images.AfterGrowth;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** What is done to a disk of a domain that runs; each job is followed in the Progress view and can be cancelled there. On the UI thread. */
public final class DiskActions {

    private final Shell shell;
    private final OfDisk disk;

    /** How a job that is under way ends. */
    private enum End { ABORT, PIVOT }

    /** @param shell over which dialogs open */
    public DiskActions(Shell shell, OfDisk disk) {
        this.shell = shell;
        this.disk = disk;
    }

    /** By their names in {@code plugin.xml}. */
    public static Map<String, ObjectAction<OfDisk>> all() {
        return Map.of("commit", action(DiskActions::commit), "pull", action(DiskActions::pull), "copy", action(DiskActions::copy),
                "grow", action(DiskActions::grow), "end", action(DiskActions::end));
    }

    private static ObjectAction<OfDisk> action(Consumer<DiskActions> work) {
        return ObjectAction.one(OfDisk.class, disk -> DomainAction.DISK_JOB.obstacle(domain(disk).summary()),
                disk -> work.accept(new DiskActions(Person.shell(), disk)));
    }

    /** Writes what its image has into one that it builds on. */
    public void commit() {
        ifBuiltOnOthers(Texts.get("commit"), chain -> WayDialog.ask(shell, Texts.get("commit"),
                Loss.ofBlockCommit(domain(disk).summary(), disk.name()), chain, base -> Texts.get("commit.into", base))
                .ifPresent(base -> start(jobs().commit(disk.name(), Optional.of(base), false))));
    }

    /** Copies into its image what it builds on. */
    public void pull() {
        ifBuiltOnOthers(Texts.get("pull"), chain -> {
            List<Optional<String>> bases = new ArrayList<>(List.of(Optional.empty()));
            // down to the nearest there is nothing to copy
            chain.stream().skip(1).map(Optional::of).forEach(bases::add);
            WayDialog.ask(shell, Texts.get("pull"), Texts.get("pull.question", disk.name(), disk.in().name()), bases,
                    base -> base.map(path -> Texts.get("pull.base", path)).orElseGet(() -> Texts.get("pull.all")))
                    .ifPresent(base -> start(jobs().pull(disk.name(), base)));
        });
    }

    /** Copies it to another image. */
    private void copy() {
        ifLive(live -> CopyDialog.ask(shell, disk.in().name(), live)
                .ifPresent(wanted -> start(jobs().copy(disk.name(), wanted.copy(), wanted.finish()))));
    }

    /** Makes it larger. */
    private void grow() {
        Waiting.orTold(() -> jobs().capacity(disk.name())).ifPresent(size ->
                GrowDialog.ask(shell, disk, size)
                        .ifPresent(larger -> ifLive(live -> start(jobs().resize(disk.name(), larger)).result()
                                .thenRun(() -> AfterGrowth.tell(Texts.get("grow.of", disk.name(), disk.in().name()),
                                        Texts.get("grow.disk", disk.name(), disk.in().name()), larger, () -> disk.host().images().guestDisk(live))))));
    }

    /** Ends what is under way on it, whoever began that. */
    private void end() {
        Waiting.orTold(() -> jobs().underWay(disk.name())).ifPresent(now -> {
            if (now.isEmpty()) {
                MessageDialog.openInformation(shell, Texts.get("end"), Texts.get("end.nothing", disk.name(), disk.in().name()));
                return;
            }
            WayDialog.ask(shell, Texts.get("end"), Texts.get("end.question", disk.name(), disk.in().name(), now.get()),
                    List.of(End.values()), end -> Texts.get("end." + end)).ifPresent(end -> start(switch (end) {
                        case PIVOT -> jobs().pivot(disk.name());
                        case ABORT -> jobs().abort(disk.name());
                    }));
        });
    }

    private void ifBuiltOnOthers(String action, Consumer<List<String>> next) {
        ifLive(live -> {
            if (live.chain().isEmpty()) {
                MessageDialog.openInformation(shell, action, Texts.get("alone", disk.name(), disk.in().name()));
            } else {
                next.accept(live.chain());
            }
        });
    }

    /** The disk as the domain has it now, which may be another than its configuration says. */
    private void ifLive(Consumer<Disk> next) {
        Waiting.orTold(() -> domain(disk).domain().disks(false)).ifPresent(disks ->
                disks.stream().filter(each -> each.target().equals(disk.name())).findFirst()
                        .ifPresentOrElse(next, () -> MessageDialog.openInformation(shell, Texts.get("absent.title"),
                                Texts.get("absent", disk.name(), disk.in().name()))));
    }

    private Job<Void> start(Job<Void> job) {
        Asked.all(List.of(job), () -> contents(disk).disks(disk.in()).again());
        return job;
    }

    private BlockJobs jobs() {
        return disk.host().blockJobs(domain(disk).domain(), HostRights.looking(disk.host()));
    }

    private static HostContents contents(OfDisk disk) {
        return VirtWorkbench.get().contents().of(disk.host());
    }

    private static OfDomain domain(OfDisk disk) {
        return contents(disk).domain(disk);
    }
}
