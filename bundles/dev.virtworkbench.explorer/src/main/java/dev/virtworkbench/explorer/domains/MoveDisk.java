package dev.virtworkbench.explorer.domains;

import dev.virtworkbench.engine.actions.DomainAction;
import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.ClonedDisk;
import dev.virtworkbench.engine.clones.DiskMove;
import dev.virtworkbench.engine.clones.DiskMoves.Moved;
import dev.virtworkbench.engine.clones.DiskMoves;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.actions.ObjectAction;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.dialogs.Refusal;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Moves a disk of a domain to another pool; the job is followed in the Progress view and can be cancelled there. On the UI thread. */
public final class MoveDisk {

    private final Shell shell;
    private final OfDisk disk;

    /** @param shell over which dialogs open */
    private MoveDisk(Shell shell, OfDisk disk) {
        this.shell = shell;
        this.disk = disk;
    }

    /** What starts it. */
    public static ObjectAction<OfDisk> action() {
        return ObjectAction.one(OfDisk.class, disk -> DomainAction.MOVE_DISK.obstacle(domain(disk).summary()),
                disk -> new MoveDisk(Person.shell(), disk).ask());
    }

    /** Looks at the domain, asks where to, and starts. */
    private void ask() {
        Waiting.orTold(() -> new DiskMoves(disk.host()).look(domain(disk).domain())).ifPresent(source ->
                source.disks().stream().filter(each -> each.target().equals(disk.name())).findFirst().ifPresent(found -> ask(source, found)));
    }

    private void ask(CloneSource source, ClonedDisk found) {
        Optional<Message> why = DiskMoves.impossible(source, found);
        if (why.isPresent()) {
            Refusal.show(shell, Texts.get("move"), List.of(why.get()));
        } else {
            MoveDialog.ask(shell, disk.host(), source, found).ifPresent(move -> start(move, found));
        }
    }

    private void start(DiskMove move, ClonedDisk found) {
        Job<Moved> job = new Applying(shell, disk.host()).moved(move);
        Asked.all(List.of(job), () -> {
            HostContents contents = VirtWorkbench.get().contents().of(disk.host());
            contents.volumesChanged(Stream.concat(move.to().pool().stream(), found.pool().stream()));
            contents.disks(disk.in()).again();
        });
        job.result().thenAccept(moved -> moved.kept().ifPresent(kept -> PlatformUI.getWorkbench().getDisplay().asyncExec(() ->
                MessageDialog.openInformation(Person.shell(), Texts.get("move"), Words.of(kept)))));
    }

    private static OfDomain domain(OfDisk disk) {
        return VirtWorkbench.get().contents().of(disk.host()).domain(disk);
    }
}
