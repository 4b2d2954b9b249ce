package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The volume whose contents a new one begins with, if any. It is chosen from the host's: libvirt copies from volumes only. */
final class ContentsField {

    private final Text shown;
    private final Button choose;
    private final Button none;
    private final Runnable changed;
    private Optional<OfVolume> volume = Optional.empty();

    /**
     * @param host whose volumes are offered
     * @param container where asking for them shows its progress
     */
    ContentsField(Fields fields, Supplier<Host> host, Supplier<? extends IRunnableContext> container, Runnable changed) {
        this.changed = changed;
        Label words = new Label(fields.area(), SWT.NONE);
        words.setText(Texts.get("contents") + ' ' + Texts.get("optional"));
        Composite all = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(all);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(all);
        shown = new Text(all, SWT.BORDER | SWT.SINGLE | SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(shown);
        fields.explain(shown, Texts.get("contents.help"));
        choose = new Button(all, SWT.PUSH);
        choose.setText(Texts.get("contents.choose"));
        choose.addListener(SWT.Selection, event -> VolumeChooser.choose(choose.getShell(), container.get(), host.get())
                .ifPresent(chosen -> take(Optional.of(chosen))));
        fields.explain(choose, Texts.get("image.choose.help"));
        none = new Button(all, SWT.PUSH);
        none.setText(Texts.get("contents.none"));
        none.addListener(SWT.Selection, event -> take(Optional.empty()));
        none.setEnabled(false);
    }

    /** Shows that volume as the one that is chosen, or that none is. */
    void take(Optional<OfVolume> chosen) {
        volume = chosen;
        shown.setText(chosen.map(one -> Texts.get("contents.line", one.name(), one.in().name())).orElse(""));
        none.setEnabled(chosen.isPresent());
        changed.run();
    }

    /** Offers it, or says in its place why not. @param why empty if it can be; otherwise none is chosen any more */
    void unless(Optional<String> why) {
        choose.setEnabled(why.isEmpty());
        shown.setMessage(why.orElse(""));
        if (why.isPresent() && volume.isPresent()) {
            take(Optional.empty());
        }
    }

    /** The volume that is chosen. */
    Optional<OfVolume> volume() {
        return volume;
    }
}
