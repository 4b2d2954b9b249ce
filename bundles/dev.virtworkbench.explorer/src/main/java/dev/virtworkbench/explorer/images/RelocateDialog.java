package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;

/** Asks where the backing file is now that an image has lost. The file that is named is looked at before anything is changed. */
final class RelocateDialog extends ImageDialog {

    private OtherImage base;
    private CopyFirst copy;

    RelocateDialog(OpenImage opened) {
        super(opened, "relocate", Kind.IN_PLACE);
    }

    @Override
    protected void createFields(Fields fields) {
        new Label(fields.area(), SWT.NONE).setText(Texts.get("relocate.lost"));
        Label lost = new Label(fields.area(), SWT.NONE);
        lost.setText(lostPath());
        base = new OtherImage(fields, Texts.get("relocate.base"), Texts.get("relocate.base.help"), image().file(), this::check);
        base.take(lostPath(), image().info().backingFormat().orElse("raw"));
        copy = new CopyFirst(fields, image().file());
        Label meaning = new Label(fields.area(), SWT.WRAP);
        meaning.setText(Texts.get("relocate.meaning"));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(convertHorizontalDLUsToPixels(300), SWT.DEFAULT).indent(0, 8)
                .applyTo(meaning);
    }

    private String lostPath() {
        return image().info().backingPath().or(() -> image().info().backing()).orElse("");
    }

    @Override
    protected Optional<String> problem() {
        return base.problem().or(() -> base.image().path().equals(lostPath()) ? Optional.of(Texts.get("relocate.same")) : Optional.empty());
    }

    @Override
    protected boolean go() {
        Image found = base.image();
        Optional<List<Message>> misfits = Waiting.orTold(() -> image().images().misfits(image().image(), found));
        if (misfits.isEmpty()) {
            return false;
        }
        if (!misfits.get().isEmpty()) {
            MessageDialog.openError(getShell(), Texts.get("relocate.title", image().name()), Texts.get("relocate.misfit",
                    misfits.get().stream().map(Texts::of).collect(Collectors.joining("\n"))));
            return false;
        }
        if (!LossQuestion.confirmed(getShell(), Texts.get("relocate.go"), List.of(ImageLoss.ofUnsafeRebase(image().image())))) {
            return false;
        }
        ImageJobs.change(image(), new ImageChange.Relocate(found), copy.path(), changed -> { });
        return true;
    }
}
