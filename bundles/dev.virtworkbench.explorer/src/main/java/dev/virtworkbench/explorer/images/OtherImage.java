package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A second image on the same host: its path, and its format, which is never guessed. */
final class OtherImage {

    private static final List<String> FORMATS = List.of("qcow2", "raw", "vmdk", "vdi", "vhdx", "vpc", "qed", "qcow", "parallels");

    private final ImageFile first;
    private final Text path;
    private final Combo format;
    /** Null where the image is on another machine. */
    private final Button browse;

    OtherImage(Fields fields, String label, String meaning, ImageFile first, Runnable changed) {
        this.first = first;
        new Label(fields.area(), SWT.NONE).setText(label);
        Composite row = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        path = new Text(row, SWT.BORDER | SWT.SINGLE);
        path.setText(first.folder());
        path.addModifyListener(event -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(path);
        fields.explain(path, meaning);
        format = new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY);
        format.setItems(FORMATS.toArray(String[]::new));
        format.select(0);
        fields.explain(format, Texts.get("other.format.help"));
        if (first.here()) {
            browse = new Button(row, SWT.PUSH);
            browse.setText(Texts.get("browse"));
            browse.addListener(SWT.Selection, event -> browse());
        } else {
            browse = null;
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(path.getShell(), SWT.OPEN);
        dialog.setFilterPath(first.folder());
        Optional.ofNullable(dialog.open()).ifPresent(path::setText);
    }

    void take(String itsPath, String itsFormat) {
        path.setText(itsPath);
        format.select(Math.max(0, FORMATS.indexOf(itsFormat)));
    }

    void setEnabled(boolean enabled) {
        path.setEnabled(enabled);
        format.setEnabled(enabled);
        if (browse != null) {
            browse.setEnabled(enabled);
        }
    }

    Optional<String> problem() {
        String typed = path.getText();
        if (!typed.startsWith("/") || typed.endsWith("/")) {
            return Optional.of(Texts.get("other.path"));
        }
        return typed.equals(first.path()) ? Optional.of(Texts.get("other.same")) : Optional.empty();
    }

    /** Once there is no problem. */
    Image image() {
        return new Image(path.getText(), format.getText());
    }
}
