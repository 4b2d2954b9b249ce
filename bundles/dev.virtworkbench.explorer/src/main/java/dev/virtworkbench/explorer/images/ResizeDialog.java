package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.SizeField;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** Asks how large an image shall be. Growing costs nothing that is there; shrinking wants the name typed. */
final class ResizeDialog extends ImageDialog {

    private SizeField size;
    private Preallocation preallocation;
    private CopyFirst copy;
    private Label meaning;
    private Optional<GuestDisk> disk = Optional.empty();
    private boolean read;

    ResizeDialog(OpenImage opened) {
        super(opened, "resize", Kind.IN_PLACE);
    }

    @Override
    protected void createFields(Fields fields) {
        new Label(fields.area(), SWT.NONE).setText(Texts.get("resize.now"));
        new Label(fields.area(), SWT.NONE).setText(Sizes.exact(now()));
        size = fields.size(Texts.get("resize.size"), Texts.get("resize.size.help"), now());
        preallocation = new Preallocation(fields);
        preallocation.offer(image().image().format().equals("qcow2") ? List.of("metadata", "falloc", "full")
                : image().image().format().equals("raw") ? List.of("falloc", "full") : List.of(), true);
        copy = new CopyFirst(fields, image().file());
        meaning = new Label(fields.area(), SWT.WRAP);
        int lines = 6 * meaning.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(SWT.DEFAULT, lines).indent(0, 8).applyTo(meaning);
    }

    /** What the guest has on it decides how small it may be. */
    @Override
    protected void begun() {
        stated();
        Display display = meaning.getDisplay();
        image().images().guestDisk(image().image()).result().whenComplete((found, failure) -> display.asyncExec(() -> {
            if (failure != null) {
                Failure.log(failure);
            }
            if (!meaning.isDisposed()) {
                disk = Optional.ofNullable(found);
                read = true;
                check();
            }
        }));
    }

    private long now() {
        return image().info().virtualSize();
    }

    private boolean shrinks() {
        return size.bytes() < now();
    }

    @Override
    protected void stated() {
        String key = size.bytes() == 0 || size.bytes() == now() ? "resize.meaning" : shrinks() ? "resize.shrinks" : "resize.grows";
        String inside = !shrinks() || size.bytes() == 0 ? "" : "\n\n" + (!read ? Texts.get("resize.looking") : disk.flatMap(GuestDisk::needed)
                .map(needed -> Texts.get("resize.needed", Sizes.exact(needed))).orElseGet(() -> Texts.get("resize.unknown."
                        + disk.map(GuestDisk::table).orElse(GuestDisk.Table.NONE))));
        meaning.setText(Texts.get(key, Bytes.of(Math.abs(size.bytes() - now()))) + inside);
    }

    @Override
    protected Optional<String> problem() {
        if (size.bytes() == 0) {
            return Optional.of(Texts.get("size.number"));
        }
        if (size.bytes() == now()) {
            return Optional.of(Texts.get("resize.same"));
        }
        Optional<Long> needed = disk.flatMap(GuestDisk::needed).filter(least -> shrinks() && size.bytes() < least);
        if (needed.isPresent()) {
            return Optional.of(Texts.get("resize.too-small", Sizes.exact(needed.get())));
        }
        if (shrinks() && !read) {
            return Optional.of(Texts.get("resize.looking"));
        }
        return shrinks() && preallocation.chosen().isPresent() ? Optional.of(Texts.get("resize.shrink-allocated")) : Optional.empty();
    }

    @Override
    protected boolean go() {
        boolean shrinks = shrinks();
        if (shrinks && !LossQuestion.confirmed(getShell(), Texts.get("resize.shrink"),
                List.of(ImageLoss.ofShrink(image().image(), now(), size.bytes())))) {
            return false;
        }
        ImageJobs.change(image(), new ImageChange.Resize(size.bytes(), shrinks, preallocation.chosen()), copy.path(), changed -> {
            if (!shrinks) {
                AfterGrowth.tell(Texts.get("resize.title", image().name()), image().name(), changed.top().virtualSize(), disk);
            }
        });
        return true;
    }
}
