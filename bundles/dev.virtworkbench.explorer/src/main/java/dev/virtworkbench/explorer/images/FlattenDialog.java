package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;

/** Asks whether all that an image needs from below shall be copied into it: then it builds on nothing. */
final class FlattenDialog extends ImageDialog {

    private CopyFirst copy;

    FlattenDialog(OpenImage opened) {
        super(opened, "flatten", Kind.IN_PLACE);
    }

    @Override
    protected void createFields(Fields fields) {
        Label meaning = new Label(fields.area(), SWT.WRAP);
        String below = image().chain().images().stream().skip(1).map(ImageInfo::path).collect(Collectors.joining("\n"));
        long most = image().chain().images().stream().skip(1).mapToLong(ImageInfo::onDisk).sum();
        meaning.setText(Texts.get("flatten.meaning", below, Bytes.of(most)));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(convertHorizontalDLUsToPixels(300), SWT.DEFAULT).applyTo(meaning);
        copy = new CopyFirst(fields, image().file());
    }

    @Override
    protected Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    protected boolean go() {
        ImageJobs.change(image(), new ImageChange.Rebase(Optional.empty(), false), copy.path(), changed -> { });
        return true;
    }
}
