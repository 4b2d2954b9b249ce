package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;

/** Asks what an image shall build on from now, and whether its data are made to fit. */
final class RebaseDialog extends ImageDialog {

    private static final int NOTHING = 1;

    private Combo on;
    private OtherImage base;
    private Button unsafe;
    private Label meaning;
    private CopyFirst copy;

    RebaseDialog(OpenImage opened) {
        super(opened, "rebase", Kind.IN_PLACE);
    }

    @Override
    protected void createFields(Fields fields) {
        on = fields.choice(Texts.get("rebase.on"), Texts.get("rebase.on.help"), List.of(Texts.get("rebase.on.image"), Texts.get("rebase.on.nothing")));
        base = new OtherImage(fields, Texts.get("rebase.base"), Texts.get("rebase.base.help"), image().file(), this::check);
        image().info().backingPath().ifPresent(path -> base.take(path, image().info().backingFormat().orElse("raw")));
        unsafe = fields.check(Texts.get("rebase.unsafe"), Texts.get("rebase.unsafe.help"), image().chain().broken().isPresent());
        copy = new CopyFirst(fields, image().file());
        meaning = new Label(fields.area(), SWT.WRAP);
        int lines = 3 * meaning.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(SWT.DEFAULT, lines).indent(0, 8).applyTo(meaning);
    }

    private boolean onNothing() {
        return on.getSelectionIndex() == NOTHING;
    }

    @Override
    protected void stated() {
        base.setEnabled(!onNothing());
        meaning.setText(Texts.get(unsafe.getSelection() ? "rebase.is-unsafe" : onNothing() ? "rebase.flattens" : "rebase.is-safe"));
    }

    @Override
    protected Optional<String> problem() {
        return onNothing() ? Optional.empty() : base.problem();
    }

    @Override
    protected boolean go() {
        Optional<Image> below = onNothing() ? Optional.empty() : Optional.of(base.image());
        if (unsafe.getSelection() && !LossQuestion.confirmed(getShell(), Texts.get("rebase.go"), List.of(ImageLoss.ofUnsafeRebase(image().image())))) {
            return false;
        }
        ImageJobs.change(image(), new ImageChange.Rebase(below, unsafe.getSelection()), copy.path(), changed -> { });
        return true;
    }
}
