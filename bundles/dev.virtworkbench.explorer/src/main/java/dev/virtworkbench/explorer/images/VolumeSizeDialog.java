package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.images.Shrink;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.wizards.SizeField;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/**
 * Asks how large a volume shall be, whoever changes it, and whether a copy is made before; says that it is changed itself. What is cut off
 * is asked about once more, with the name to type. On the UI thread.
 */
public final class VolumeSizeDialog extends FieldsDialog {

    /**
     * A volume and what may become of it.
     *
     * @param now bytes that it has
     * @param least bytes that whoever changes it would leave it; 0 where it would cut off anything
     * @param most bytes that there is room for, at most
     * @param kind what becomes of it, a sentence
     * @param note what else is to be known; empty for nothing
     * @param noCopy why no copy can be made, or is of no use; empty if one can
     */
    public record Sized(String name, long now, long least, long most, String kind, String note, Optional<String> noCopy) { }

    /**
     * What was stated.
     *
     * @param size bytes
     * @param copy the name of a copy that is made first; empty for none
     */
    public record Answer(long size, Optional<String> copy) { }

    private static final int NOTE_LINES = 3;

    private final Sized volume;
    private final Optional<GuestDisk> disk;
    /** Of what is cut off; empty where the volume is to grow. */
    private final Optional<Function<Shrink, Loss>> loss;
    private SizeField size;
    private CopyFirst copy;
    private Optional<Answer> answer = Optional.empty();

    private VolumeSizeDialog(Shell shell, Sized volume, String subject, Optional<GuestDisk> disk, Optional<Function<Shrink, Loss>> loss) {
        super(shell, HelpContext.EXPLORER, Texts.get(subject + ".title", volume.name()), Texts.get(subject + ".go"));
        this.volume = volume;
        this.disk = disk;
        this.loss = loss;
    }

    /** Asks for more. @return empty if the person cancelled */
    public static Optional<Answer> larger(Shell shell, Sized volume) {
        return new VolumeSizeDialog(shell, volume, "volume.grow", Optional.empty(), Optional.empty()).answer();
    }

    /**
     * Asks for less.
     *
     * @param disk how its guest has divided it; empty where that cannot be read
     * @param loss what is lost then
     * @return empty if the person cancelled
     */
    public static Optional<Answer> smaller(Shell shell, Sized volume, Optional<GuestDisk> disk, Function<Shrink, Loss> loss) {
        return new VolumeSizeDialog(shell, volume, "volume.shrink", disk, Optional.of(loss)).answer();
    }

    /** Waits until it is known how its guest has divided a volume; empty where that cannot be read, or the person did not want to wait. */
    public static Optional<GuestDisk> divided(OfVolume volume) {
        try {
            return Waiting.forResult(volume.host().images().guestDisk(volume.volume()));
        } catch (VirtException unread) {
            return Optional.empty();
        }
    }

    private Optional<Answer> answer() {
        open();
        return answer;
    }

    @Override
    protected boolean careful() {
        return true;
    }

    @Override
    protected void create(Fields fields) {
        setTitle(getShell().getText());
        setMessage(volume.kind());
        new Label(fields.area(), SWT.NONE).setText(Texts.get("resize.now"));
        new Label(fields.area(), SWT.NONE).setText(Sizes.exact(volume.now()));
        size = fields.size(Texts.get("resize.size"), Texts.get("resize.size.help"), volume.now());
        size.number().selectAll();
        copy = new CopyFirst(fields, List.of(volume.name()), volume.noCopy());
        String note = loss.isPresent() ? Words.of(new Shrink(disk, 0).meaning()) : volume.note();
        if (!note.isEmpty()) {
            Label more = new Label(fields.area(), SWT.WRAP);
            more.setText(note);
            int lines = NOTE_LINES * more.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(1, lines).indent(0, 8).applyTo(more);
        }
    }

    @Override
    protected Optional<String> problem() {
        long bytes = size.bytes();
        if (bytes == 0) {
            return Optional.of(Texts.get("size.number"));
        }
        return loss.isPresent() ? tooMuchForLess(bytes) : tooLittleForMore(bytes);
    }

    private Optional<String> tooLittleForMore(long bytes) {
        if (bytes <= volume.now()) {
            return Optional.of(Texts.get("volume.grow.larger", Bytes.of(volume.now())));
        }
        return bytes > volume.most() ? Optional.of(Texts.get("volume.grow.most", Bytes.of(volume.most()))) : Optional.empty();
    }

    private Optional<String> tooMuchForLess(long bytes) {
        if (bytes >= volume.now()) {
            return Optional.of(Texts.get("volume.shrink.smaller", Bytes.of(volume.now())));
        }
        Optional<Long> needed = disk.flatMap(GuestDisk::needed).filter(least -> bytes < least);
        if (needed.isPresent()) {
            return Optional.of(Texts.get("resize.too-small", Sizes.exact(needed.get())));
        }
        return bytes < volume.least() ? Optional.of(Texts.get("volume.shrink.allocated", Bytes.of(volume.least()))) : Optional.empty();
    }

    @Override
    protected boolean go() {
        if (loss.isPresent() && !LossQuestion.confirmed(getShell(), Texts.get("volume.shrink.loss"),
                List.of(loss.get().apply(new Shrink(disk, size.bytes()))))) {
            return false;
        }
        answer = Optional.of(new Answer(size.bytes(), copy.wanted() ? Optional.of(copy.name(volume.name())) : Optional.empty()));
        return true;
    }
}
