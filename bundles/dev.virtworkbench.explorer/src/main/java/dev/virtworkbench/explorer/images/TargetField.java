package dev.virtworkbench.explorer.images;

import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.explorer.wizards.Fields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Where a new image shall be, and whether it may replace what is there. */
final class TargetField {

    private final ImageFile source;
    private final Text path;
    private final Button replace;
    private String proposed = "";

    /** @param source the image that it is made of; its folder is proposed */
    TargetField(Fields fields, ImageFile source, Runnable changed) {
        this.source = source;
        new Label(fields.area(), SWT.NONE).setText(Texts.get("target"));
        Composite both = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(both);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(both);
        path = new Text(both, SWT.BORDER | SWT.SINGLE);
        path.addModifyListener(event -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(path);
        fields.explain(path, Texts.get("target.help", source.host().uri()));
        if (source.here()) {
            Button browse = new Button(both, SWT.PUSH);
            browse.setText(Texts.get("browse"));
            browse.addListener(SWT.Selection, event -> browse());
        } else {
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(path);
        }
        replace = fields.check(Texts.get("target.replace"), Texts.get("target.replace.help"), false);
    }

    private void browse() {
        FileDialog dialog = new FileDialog(path.getShell(), SWT.SAVE);
        Path now = Path.of(path.getText());
        dialog.setFilterPath(String.valueOf(now.getParent()));
        dialog.setFileName(String.valueOf(now.getFileName()));
        // whether to replace is ticked here, where the dialog says what stays of the old file
        dialog.setOverwrite(false);
        Optional.ofNullable(dialog.open()).ifPresent(path::setText);
    }

    /** Proposes a name that is free, unless another one was typed. @param end of the name, as in {@code -1.qcow2} */
    void propose(String middle, String ending) {
        if (!path.getText().equals(proposed)) {
            return;
        }
        int dot = source.name().lastIndexOf('.');
        String stem = source.folder() + (dot > 0 ? source.name().substring(0, dot) : source.name()) + middle;
        String free = stem + ending;
        for (int number = 1; taken(free); number++) {
            free = stem + "-" + number + ending;
        }
        proposed = free;
        path.setText(free);
    }

    /** As far as can be seen without asking the host: it looks again. */
    private boolean taken(String candidate) {
        return candidate.equals(source.path()) || source.here() && Files.exists(Path.of(candidate))
                || source.volume().map(volume -> VirtWorkbench.get().contents().of(volume.host()).volumes(volume.in()).latest().stream()
                        .flatMap(all -> all.stream()).anyMatch(each -> each.path().equals(candidate))).orElse(false);
    }

    Optional<String> problem() {
        String typed = path();
        if (!typed.startsWith("/") || typed.endsWith("/")) {
            return Optional.of(Texts.get("target.path"));
        }
        if (typed.equals(source.path())) {
            return Optional.of(Texts.get("target.same"));
        }
        return taken(typed) && !replace() ? Optional.of(Texts.get("target.taken")) : Optional.empty();
    }

    String path() {
        return path.getText();
    }

    boolean replace() {
        return replace.getSelection();
    }
}
