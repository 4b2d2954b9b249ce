package dev.virtworkbench.explorer.blockjobs;

import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.wizards.SizeField;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks how large a disk shall be that a domain runs with. On the UI thread. */
final class GrowDialog extends FieldsDialog {

    private final long now;
    private SizeField size;
    private OptionalLong larger = OptionalLong.empty();

    private GrowDialog(Shell shell, OfDisk disk, long now) {
        super(shell, HelpContext.EXPLORER, Texts.get("grow.of", disk.name(), disk.in().name()), Texts.get("grow.go"));
        this.now = now;
    }

    /**
     * Asks.
     *
     * @param now bytes that it has
     * @return the bytes that it is to have, more than now; empty if the person cancelled
     */
    static OptionalLong ask(Shell shell, OfDisk disk, long now) {
        GrowDialog dialog = new GrowDialog(shell, disk, now);
        dialog.open();
        return dialog.larger;
    }

    @Override
    protected boolean careful() {
        return true;
    }

    @Override
    protected void create(Fields fields) {
        setTitle(getShell().getText());
        setMessage(Texts.get("grow.kind"));
        new Label(fields.area(), SWT.NONE).setText(Texts.get("grow.now"));
        new Label(fields.area(), SWT.NONE).setText(Bytes.of(now));
        size = fields.size(Texts.get("grow.size"), Texts.get("grow.size.help"), now);
        size.number().selectAll();
    }

    @Override
    protected Optional<String> problem() {
        long bytes = size.bytes();
        if (bytes == 0) {
            return Optional.of(Texts.get("grow.size.number"));
        }
        return bytes > now ? Optional.empty() : Optional.of(Texts.get("grow.size.larger", Bytes.of(now)));
    }

    @Override
    protected boolean go() {
        larger = OptionalLong.of(size.bytes());
        return true;
    }
}
