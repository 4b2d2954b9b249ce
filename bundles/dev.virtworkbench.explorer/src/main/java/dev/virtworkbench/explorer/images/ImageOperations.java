package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.explorer.actions.Person;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;

/** From what somebody has chosen in a menu to the dialog for it. On the UI thread. */
final class ImageOperations {

    private ImageOperations() { }

    /** Looks at the file, and if that can be done to it, asks how. */
    static void start(ImageAction action, ImageFile file) {
        if (action == ImageAction.INFO) {
            Opening.toSee(file).ifPresent(InformationDialog::show);
            return;
        }
        Opening.toWork(file).filter(opened -> possible(action, opened)).ifPresent(opened -> ask(action, opened));
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
            case CHECK -> CheckDialog.check(opened);
            case CONVERT -> convert(opened);
            case OVERLAY -> new OverlayDialog(opened).open();
            case RESIZE -> ifFree(opened, Operation.IMAGE_RESIZE, new ResizeDialog(opened));
            case SNAPSHOTS -> new SnapshotsDialog(opened).open();
            case COMPARE -> new CompareDialog(opened).open();
            case REBASE -> ifFree(opened, Operation.IMAGE_REBASE, new RebaseDialog(opened));
            case COMMIT -> commit(opened);
        }
    }

    /** Asks how only where nobody is in the way. */
    private static void ifFree(OpenImage opened, Operation operation, ImageDialog dialog) {
        if (Opening.free(opened, operation)) {
            dialog.open();
        }
    }

    private static void commit(OpenImage opened) {
        opened.chain().broken().ifPresentOrElse(
                why -> MessageDialog.openError(Person.shell(), opened.name(), Texts.get("commit.broken", Texts.of(why))),
                () -> ifFree(opened, Operation.IMAGE_COMMIT, new CommitDialog(opened)));
    }

    private static void convert(OpenImage opened) {
        try {
            Waiting.forResult(() -> opened.images().formats()).ifPresent(formats -> new ConvertDialog(opened, formats).open());
        } catch (VirtException e) {
            Failure.show(e);
        }
    }
}
