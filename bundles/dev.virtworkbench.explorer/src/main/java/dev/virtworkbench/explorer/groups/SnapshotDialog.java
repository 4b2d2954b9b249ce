package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.engine.lvm.LogicalVolume;
import dev.virtworkbench.engine.lvm.VolumeGroup;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.wizards.SizeField;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Optional;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the name of a logical volume's snapshot, and for the room that it gets. */
final class SnapshotDialog extends FieldsDialog {

    /** Of the volume: as much may usually be written until the snapshot is gone again. */
    private static final int USUAL_PART = 5;

    private final VolumeGroup group;
    private final LogicalVolume volume;
    private Text name;
    private SizeField room;
    private Choice choice;

    /** @param room bytes */
    record Choice(String name, long room) { }

    private SnapshotDialog(Shell shell, VolumeGroup group, LogicalVolume volume) {
        super(shell, HelpContext.OBJECTS, Texts.get("snapshot"), Texts.get("snapshot"));
        this.group = group;
        this.volume = volume;
    }

    /** Asks, on the UI thread. @return empty if the person cancelled */
    static Optional<Choice> ask(Shell shell, VolumeGroup group, LogicalVolume volume) {
        SnapshotDialog dialog = new SnapshotDialog(shell, group, volume);
        return dialog.open() == Window.OK ? Optional.of(dialog.choice) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("snapshot.of", volume.name()));
        setMessage(Texts.get("snapshot.message", group.name(), Bytes.of(group.free())));
        name = fields.text(Texts.get("name"), Texts.get("snapshot.name.help"));
        long usual = Math.max(group.extentSize(), volume.size() / USUAL_PART / group.extentSize() * group.extentSize());
        room = fields.size(Texts.get("snapshot.room"), Texts.get("snapshot.room.help"), usual);
        name.setText(new NewName(group.volumes().stream().map(LogicalVolume::name).toList()).near(volume.name()));
        name.selectAll();
    }

    /** A group without room is told of at once. */
    @Override
    protected void begun() {
        check();
    }

    @Override
    protected Optional<String> problem() {
        return Names.problemOfVolume(name.getText().strip(), group).or(this::problemOfRoom);
    }

    private Optional<String> problemOfRoom() {
        if (room.bytes() == 0) {
            return Optional.of(Texts.get("snapshot.room.number"));
        }
        return room.bytes() > group.free() ? Optional.of(Texts.get("snapshot.room.large", group.name(), Bytes.of(group.free()))) : Optional.empty();
    }

    @Override
    protected boolean go() {
        choice = new Choice(name.getText().strip(), room.bytes());
        return true;
    }
}
