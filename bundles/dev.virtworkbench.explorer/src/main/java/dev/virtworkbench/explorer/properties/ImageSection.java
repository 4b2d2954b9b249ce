package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.explorer.images.ImageFile;
import dev.virtworkbench.explorer.images.InformationPane;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.workbench.HelpContext;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IFilter;
import org.eclipse.swt.widgets.Composite;

/** What a volume is as an image file: its sizes told apart, chain, format, users. The host's qemu-img is asked when it is to be seen. */
public final class ImageSection extends ObjectSection {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 120;

    private InformationPane pane;

    /** The volumes that have that page: files that the host's qemu-img can look at. */
    public static final class Files implements IFilter {

        @Override
        public boolean select(Object element) {
            return Adapters.adapt(element, HostObject.class) instanceof OfVolume volume
                    && ImageAction.impossible(volume.host().images(), volume.in(), volume.summary()).isEmpty();
        }
    }

    @Override
    Composite create(Composite parent) {
        Composite page = getWidgetFactory().createComposite(parent);
        GridLayoutFactory.fillDefaults().applyTo(page);
        pane = new InformationPane(page, WIDTH, HEIGHT);
        HelpContext.IMAGES.of(page);
        return page;
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }

    @Override
    void show(HostObject latest) {
        if (latest instanceof OfVolume volume) {
            pane.read(ImageFile.of(volume));
        }
    }

    @Override
    public void dispose() {
        if (pane != null) {
            pane.stop();
        }
        super.dispose();
    }
}
