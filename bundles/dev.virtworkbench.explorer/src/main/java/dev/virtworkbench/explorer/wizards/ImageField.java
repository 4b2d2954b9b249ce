package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.images.KnownImage;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** An image on the host: a path that is typed, or a volume that is chosen, and its format. */
public final class ImageField {

    private static final List<String> FORMATS = List.of("qcow2", "raw", "vmdk", "vdi", "vpc", "qed", "qcow");

    private static final String RAW = "raw";

    private final Text path;
    private final Button choose;
    private final Combo format;
    private final Runnable changed;
    private Optional<OfVolume> volume = Optional.empty();

    /**
     * @param host whose volumes are offered
     * @param container where asking for them shows its progress
     */
    public ImageField(Fields fields, String label, String meaning, Supplier<Host> host, Supplier<? extends IRunnableContext> container,
            Runnable changed) {
        this.changed = changed;
        Label words = new Label(fields.area(), SWT.NONE);
        words.setText(label);
        Composite both = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(both);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(both);
        path = new Text(both, SWT.BORDER | SWT.SINGLE);
        path.setMessage(Texts.get("image.path.example"));
        path.addModifyListener(event -> typed());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(path);
        fields.explain(path, meaning);
        format = new Combo(both, SWT.DROP_DOWN | SWT.READ_ONLY);
        format.setItems(FORMATS.toArray(String[]::new));
        format.select(0);
        format.addListener(SWT.Selection, event -> changed.run());
        fields.explain(format, Texts.get("image.format.help"));
        choose = new Button(both, SWT.PUSH);
        choose.setText(Texts.get("image.choose"));
        choose.addListener(SWT.Selection, event -> VolumeChooser.choose(choose.getShell(), container.get(), host.get())
                .ifPresent(this::take));
        fields.explain(choose, Texts.get("image.choose.help"));
    }

    /** Shows that volume as the one that is chosen. */
    public void take(OfVolume chosen) {
        path.setText(chosen.summary().path());
        // libvirt has words of its own for what is read as it is
        say(FORMATS.contains(chosen.summary().format()) ? chosen.summary().format() : RAW);
        volume = Optional.of(chosen);
        changed.run();
    }

    /** Shows that image as the one that is chosen. */
    public void take(String itsPath, String itsFormat) {
        path.setText(itsPath);
        say(itsFormat);
        changed.run();
    }

    /** Shows an image that was looked at, with the format that was agreed on. */
    void take(KnownImage known) {
        known.volume().ifPresentOrElse(this::take, () -> path.setText(known.path()));
        say(known.format());
        changed.run();
    }

    private void say(String known) {
        if (format.indexOf(known) < 0) {
            format.add(known);
        }
        format.select(format.indexOf(known));
    }

    private void typed() {
        volume = Optional.empty();
        changed.run();
    }

    public void setEnabled(boolean enabled) {
        path.setEnabled(enabled);
        format.setEnabled(enabled);
        choose.setEnabled(enabled);
    }

    /** The path; empty if there is none or none is wanted. */
    public Optional<String> path() {
        return Optional.of(path.getText().strip()).filter(typed -> path.isEnabled() && !typed.isEmpty());
    }

    /** As in {@code qcow2}. */
    public String format() {
        return format.getText();
    }

    /** The volume, if one was chosen and nothing was typed since. */
    public Optional<OfVolume> volume() {
        return volume;
    }

    /** What is wrong with what is stated; empty if nothing is. */
    public Optional<String> problem() {
        return path().filter(typed -> !typed.startsWith("/") && volume.isEmpty()).map(typed -> Texts.get("image.relative"));
    }
}
