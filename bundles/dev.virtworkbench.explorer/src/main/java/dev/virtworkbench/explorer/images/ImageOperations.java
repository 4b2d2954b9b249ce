package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.explorer.blockjobs.DiskActions;
import dev.virtworkbench.explorer.inside.InsideEditor;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.workbench.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;

/** From what somebody has chosen in a menu to the dialog for it. On the UI thread. */
public final class ImageOperations {

    private ImageOperations() { }

    /** Looks at the file, and if that can be done to it, asks how. */
    public static void start(ImageAction action, ImageFile file) {
        if (action == ImageAction.INFO) {
            Opening.toSee(file).ifPresent(InformationDialog::show);
            return;
        }
        if (ofRunningDomain(action, file)) {
            return;
        }
        Opening.toWork(file).filter(opened -> possible(action, opened)).ifPresent(opened -> ask(action, opened));
    }

    /** What a running domain's own image needs is done by its domain, as a job of its disk. @return whether that was begun or asked */
    private static boolean ofRunningDomain(ImageAction action, ImageFile file) {
        if (action != ImageAction.FLATTEN && action != ImageAction.COMMIT) {
            return false;
        }
        Optional<DiskActions> disk = RunningDisk.of(file).map(it -> new DiskActions(Person.shell(), it));
        disk.ifPresent(action == ImageAction.FLATTEN ? DiskActions::pull : DiskActions::commit);
        return disk.isPresent();
    }

    private static boolean possible(ImageAction action, OpenImage opened) {
        Optional<String> why = action.impossible(opened.image().format())
                .or(() -> opened.info().backing().isEmpty() ? action.impossibleAlone() : Optional.empty()).map(Texts::of);
        why.ifPresent(reason -> MessageDialog.openInformation(Person.shell(), opened.name(), Texts.get("impossible", reason)));
        return why.isEmpty();
    }

    private static void ask(ImageAction action, OpenImage opened) {
        switch (action) {
            case INFO -> InformationDialog.show(opened);
            case MAP -> Waiting.orTold(() -> opened.images().map(opened.image())).ifPresent(map -> new MapDialog(opened, map).open());
            case INSIDE -> inside(opened);
            case CHECK -> CheckDialog.check(opened);
            case CONVERT -> Waiting.orTold(opened.images()::formats).ifPresent(formats -> new ConvertDialog(opened, formats).open());
            case OVERLAY -> new OverlayDialog(opened).open();
            case RESIZE -> ifFree(opened, Operation.IMAGE_RESIZE, new ResizeDialog(opened));
            case SNAPSHOTS -> new SnapshotsDialog(opened).open();
            case BITMAPS -> new BitmapsDialog(opened).open();
            case AMEND -> Waiting.orTold(() -> opened.images().amendOptions(opened.image().format())).ifPresent(
                    options -> ifFree(opened, Operation.IMAGE_AMEND, new AmendDialog(opened, options)));
            case COMPARE -> new CompareDialog(opened).open();
            case REBASE -> ifFree(opened, Operation.IMAGE_REBASE, new RebaseDialog(opened));
            case COMMIT -> ifWhole(opened, Operation.IMAGE_COMMIT, () -> new CommitDialog(opened));
            case FLATTEN -> ifWhole(opened, Operation.IMAGE_REBASE, () -> new FlattenDialog(opened));
            case RELOCATE -> relocate(opened);
        }
    }

    /** Says first who writes to it meanwhile. */
    private static void inside(OpenImage opened) {
        List<String> writers = Opening.writers(opened);
        String question = Texts.get("inside.torn", opened.name(), String.join("\n", writers));
        if (writers.isEmpty() || new MessageDialog(Person.shell(), Texts.get("inside.title"), null, question, MessageDialog.WARNING,
                new String[] {IDialogConstants.CANCEL_LABEL, Texts.get("inside.look")}, 0).open() == 1) {
            ImageFile file = opened.file();
            InsideEditor.open(file.host(), HostRights.of(file.host()), opened.image(), writers);
        }
    }

    /** Asks how only where nobody is in the way. */
    private static void ifFree(OpenImage opened, Operation operation, ImageDialog dialog) {
        if (Opening.free(opened, operation)) {
            dialog.open();
        }
    }

    /** Asks how only where all that it builds on can be opened. */
    private static void ifWhole(OpenImage opened, Operation operation, Supplier<ImageDialog> dialog) {
        opened.chain().broken().ifPresentOrElse(
                why -> MessageDialog.openError(Person.shell(), opened.name(), Texts.get("broken", Texts.of(why))),
                () -> ifFree(opened, operation, dialog.get()));
    }

    private static void relocate(OpenImage opened) {
        if (opened.chain().broken().isPresent()) {
            // what builds on it is no reason against it
            new RelocateDialog(opened).open();
        } else {
            MessageDialog.openInformation(Person.shell(), opened.name(),
                    Texts.get("relocate.whole", opened.name(), opened.info().backingPath().orElse("")));
        }
    }
}
