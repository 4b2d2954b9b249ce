package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.ImageInfo.Snapshot;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Times;
import java.util.List;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;

/** The states that an image keeps of its guest's disk: made, gone back to, forgotten. */
final class SnapshotsDialog extends InsideDialog<Snapshot> {

    SnapshotsDialog(OpenImage opened) {
        super(opened, "snapshots");
    }

    @Override
    List<Snapshot> in(ImageInfo info) {
        return info.snapshots();
    }

    @Override
    List<String> titles() {
        return List.of("snapshots.name", "snapshots.when", "snapshots.memory");
    }

    @Override
    int[] widths() {
        return new int[] {220, 200, 120};
    }

    @Override
    String[] row(Snapshot each) {
        return new String[] {each.name(), Times.toTheSecond(each.made()), each.memory() > 0 ? Bytes.of(each.memory()) : Texts.get("snapshots.disk")};
    }

    @Override
    void createButtons() {
        button("snapshots.make", this::make);
        buttonOnOne("snapshots.revert", this::revert);
        buttonOnOne("snapshots.delete", this::delete);
    }

    private void make() {
        NewName rules = new NewName(kept().stream().map(Snapshot::name).toList());
        InputDialog dialog = new InputDialog(getShell(), Texts.get("snapshots.make.title"), Texts.get("snapshots.make.name"),
                rules.near("snapshot"), rules);
        if (dialog.open() == Window.OK) {
            change(new ImageChange.MakeSnapshot(dialog.getValue()));
        }
    }

    private void revert() {
        Snapshot chosen = selected();
        if (LossQuestion.confirmed(getShell(), Texts.get("snapshots.revert.go"), List.of(ImageLoss.ofRevert(image().image(), chosen.name())))) {
            change(new ImageChange.Revert(chosen.id()));
        }
    }

    private void delete() {
        Snapshot chosen = selected();
        if (kept().stream().filter(each -> each.name().equals(chosen.name())).count() > 1) {
            MessageDialog.openError(getShell(), Texts.get("snapshots.delete.go"), Texts.get("snapshots.twice", chosen.name()));
        } else if (LossQuestion.confirmed(getShell(), Texts.get("snapshots.delete.go"),
                List.of(ImageLoss.ofSnapshotDelete(image().image(), chosen.name())))) {
            change(new ImageChange.DeleteSnapshot(chosen.name()));
        }
    }
}
