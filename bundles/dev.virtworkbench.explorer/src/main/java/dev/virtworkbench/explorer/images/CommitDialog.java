package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;

/** Asks into which image below the data of one shall be written, and what becomes of it then. */
final class CommitDialog extends ImageDialog {

    private final List<String> below;
    private Combo base;
    private Button keep;
    private CopyFirst copy;

    CommitDialog(OpenImage opened) {
        super(opened, "commit", Kind.IN_PLACE);
        below = opened.chain().images().stream().skip(1).map(ImageInfo::path).toList();
    }

    @Override
    protected void createFields(Fields fields) {
        base = fields.choice(Texts.get("commit.base"), Texts.get("commit.base.help"), below);
        keep = fields.check(Texts.get("commit.keep"), Texts.get("commit.keep.help"), false);
        copy = new CopyFirst(fields, image().file());
    }

    @Override
    protected void stated() {
        boolean nearest = base.getSelectionIndex() == 0;
        keep.setEnabled(nearest);
        keep.setSelection(keep.getSelection() || !nearest);
        copy.of(below.get(base.getSelectionIndex()));
    }

    @Override
    protected Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    protected boolean go() {
        String chosen = below.get(base.getSelectionIndex());
        if (!LossQuestion.confirmed(getShell(), Texts.get("commit.go"), List.of(ImageLoss.ofCommit(image().image(), chosen, keep.getSelection())))) {
            return false;
        }
        Optional<String> named = base.getSelectionIndex() == 0 ? Optional.empty() : Optional.of(chosen);
        ImageJobs.change(image(), new ImageChange.Commit(named, keep.getSelection()), copy.path(), changed -> ShownFiles.changed(
                image().file().host(), chosen));
        return true;
    }
}
