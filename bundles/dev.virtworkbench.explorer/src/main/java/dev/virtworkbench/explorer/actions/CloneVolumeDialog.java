package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.storage.CloneRoom;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks what the clone of a volume shall be called, and says what it takes of what is free. */
final class CloneVolumeDialog extends FieldsDialog {

    private final OfVolume volume;
    private final CloneRoom room;
    private final NewName rules;
    private Text name;
    private String chosen;

    private CloneVolumeDialog(Shell shell, OfVolume volume, CloneRoom room, NewName rules) {
        super(shell, HelpContext.EXPLORER, Texts.get("volume.CLONE"), Texts.get("volume.CLONE"));
        this.volume = volume;
        this.room = room;
        this.rules = rules;
    }

    /**
     * Asks. On the UI thread.
     *
     * @param rules for its name
     * @return the name; empty if the person cancelled
     */
    static Optional<String> ask(Shell shell, OfVolume volume, CloneRoom room, NewName rules) {
        CloneVolumeDialog dialog = new CloneVolumeDialog(shell, volume, room, rules);
        return dialog.open() == Window.OK ? Optional.of(dialog.chosen) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("volume.clone.head", volume.name()));
        setMessage(Texts.get("volume.clone.kind"));
        name = fields.text(Texts.get("volume.clone.name"), Texts.get("volume.clone.name.help", volume.in().name()));
        name.setText(rules.near(volume.name()));
        name.selectAll();
        new Label(fields.area(), SWT.NONE).setText(Texts.get("volume.clone.room"));
        Label takes = new Label(fields.area(), SWT.WRAP);
        takes.setText(room());
        int lines = 2 * takes.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, lines).applyTo(takes);
    }

    private String room() {
        String key = !room.fits() ? "lacks" : room.mayRunOut() ? "may-run-out" : room.takes() < room.mayTake() ? "sparse" : "whole";
        return Texts.get("volume.clone." + key, Bytes.of(room.takes()), Bytes.of(room.mayTake()), Bytes.of(room.free()));
    }

    @Override
    protected Optional<String> problem() {
        return Optional.ofNullable(rules.isValid(name.getText()));
    }

    @Override
    protected boolean go() {
        chosen = name.getText();
        return true;
    }
}
