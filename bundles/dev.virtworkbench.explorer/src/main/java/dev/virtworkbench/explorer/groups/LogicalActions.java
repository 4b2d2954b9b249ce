package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.UseCheck;
import dev.virtworkbench.engine.actions.VolumeAction;
import dev.virtworkbench.engine.images.Growth;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.lvm.LogicalVolume;
import dev.virtworkbench.engine.lvm.VolumeGroup;
import dev.virtworkbench.engine.lvm.VolumeGroups;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.actions.ObjectAction;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.images.AfterGrowth;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.images.VolumeSizeDialog;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

/** What LVM does with a volume of a pool of type {@code logical}, and libvirt has no call for. On the UI thread. */
public final class LogicalActions {

    private final Shell shell;
    private final OfVolume volume;

    /** A volume as LVM has it, and what does something with it. */
    private record Known(VolumeGroups groups, VolumeGroup group, LogicalVolume volume) { }

    /** @param shell over which dialogs open */
    private LogicalActions(Shell shell, OfVolume volume) {
        this.shell = shell;
        this.volume = volume;
    }

    /** By their names in {@code plugin.xml}. */
    public static Map<String, ObjectAction<OfVolume>> all() {
        return Map.of("grow", action(LogicalActions::fits, LogicalActions::grow), "shrink", action(LogicalActions::fits, LogicalActions::shrink),
                "snapshot", action(LogicalActions::mayHaveSnapshots, LogicalActions::snapshot),
                "revert", action(LogicalActions::isSnapshot, LogicalActions::revert), "rename", action(LogicalActions::fits, LogicalActions::rename));
    }

    private static ObjectAction<OfVolume> action(Predicate<OfVolume> fits, Consumer<LogicalActions> work) {
        return ObjectAction.oneThat(OfVolume.class, fits, volume -> work.accept(new LogicalActions(Person.shell(), volume)));
    }

    /** Whether it is a volume of LVM's, on a host that programs can be run on. */
    private static boolean fits(OfVolume volume) {
        PoolSummary pool = contents(volume).latest(new OfPool(volume.host(), volume.in())).summary();
        return pool.type().equals("logical") && pool.state().active() && volume.summary().described() && volume.host().volumeGroups().possible();
    }

    /** Whether it is no snapshot itself: LVM makes none of those. */
    private static boolean mayHaveSnapshots(OfVolume volume) {
        return fits(volume) && volume.summary().backing().isEmpty();
    }

    /** Whether it is a snapshot of another. */
    private static boolean isSnapshot(OfVolume volume) {
        return fits(volume) && !volume.summary().backing().isEmpty();
    }

    /** Makes it larger; a snapshot, the room that it has. */
    private void grow() {
        ifKnown(known -> VolumeSizeDialog.larger(shell, new VolumeSizeDialog.Sized(name(), known.volume().size(), 0,
                        known.volume().size() + known.group().free(), Texts.get("grow.kind"), Texts.get("grow.room", known.group().name(),
                        Bytes.of(known.group().free())), Optional.of(Texts.get("grow.no-copy"))))
                .ifPresent(wanted -> start(known.groups().grow(known.group().name(), name(), wanted.size()), grown ->
                        grown.volume(name()).filter(now -> now.origin().isEmpty()).ifPresent(now -> AfterGrowth.tell(Texts.get("grow", name()),
                                Texts.get("grow.volume", name()), now.size(), this::disk, Growth.whileRunning())))));
    }

    /** Makes it smaller, once its name is typed. */
    private void shrink() {
        ifKnown(known -> {
            long size = known.volume().size();
            Optional<String> noCopy = Optional.of(Texts.get("shrink.no-room", Bytes.of(size), known.group().name(), Bytes.of(known.group().free())))
                    .filter(why -> known.group().free() < size);
            VolumeSizeDialog.smaller(shell, new VolumeSizeDialog.Sized(name(), size, 0, size, Texts.get("shrink.kind"), "", noCopy),
                    VolumeSizeDialog.divided(volume), shrink -> Loss.ofLogicalShrink(known.volume(), shrink)).ifPresent(wanted -> shrink(known, wanted));
        });
    }

    /** Copies it first if that is wanted: nothing is cut off unless the copy was made. */
    private void shrink(Known known, VolumeSizeDialog.Answer wanted) {
        Runnable cut = () -> start(known.groups().shrink(known.group().name(), name(), wanted.size()));
        wanted.copy().ifPresentOrElse(copy -> Asked.then(new UseCheck(HostRights.looking(volume.host())).before(VolumeAction.CLONE, volume.volume())
                .cloneAs(copy), made -> cut.run()), cut);
    }

    private Job<GuestDisk> disk() {
        return volume.host().images().guestDisk(volume.volume());
    }

    /** Keeps its contents of now. */
    private void snapshot() {
        ifKnown(known -> SnapshotDialog.ask(shell, known.group(), known.volume())
                .ifPresent(choice -> start(known.groups().snapshot(known.group().name(), name(), choice.name(), choice.room()))));
    }

    /** Gives the volume that it is a snapshot of the contents that it has kept. */
    private void revert() {
        ifKnown(known -> {
            if (LossQuestion.confirmed(shell, Texts.get("revert"), List.of(Loss.ofLogicalRevert(known.volume())))) {
                start(known.groups().revert(known.group().name(), name()));
            }
        });
    }

    /** Gives it another name. */
    private void rename() {
        ifKnown(known -> {
            InputDialog dialog = new InputDialog(shell, Texts.get("rename.volume"), Texts.get("rename.volume.to", name()), name(),
                    typed -> Names.problemOfVolume(typed.strip(), known.group()).orElse(null));
            if (dialog.open() == Window.OK) {
                start(known.groups().renameVolume(known.group().name(), name(), dialog.getValue().strip()));
            }
        });
    }

    private String name() {
        return volume.name();
    }

    /** Goes on with what LVM says of the volume now; what libvirt last saw of it may be old. */
    private void ifKnown(Consumer<Known> next) {
        Root.groups(shell, volume.host()).flatMap(groups -> Waiting.orTold(() -> groups.of(volume.volume().pool()))
                .flatMap(group -> known(groups, group))).ifPresent(next);
    }

    private Optional<Known> known(VolumeGroups groups, VolumeGroup group) {
        Optional<LogicalVolume> found = group.volume(name());
        if (found.isEmpty()) {
            MessageDialog.openInformation(shell, Texts.get("gone.title"), Texts.get("gone", group.name(), name()));
        }
        return found.map(there -> new Known(groups, group, there));
    }

    private void start(Job<VolumeGroup> job) {
        start(job, group -> { });
    }

    /** libvirt has no events for volumes: their pool is listed again, and read for what is free in it. */
    private void start(Job<VolumeGroup> job, Consumer<VolumeGroup> next) {
        Asked.then(job, group -> {
            contents(volume).volumesChanged(Stream.of(volume.in()));
            next.accept(group);
        });
    }

    private static HostContents contents(OfVolume volume) {
        return VirtWorkbench.get().contents().of(volume.host());
    }
}
