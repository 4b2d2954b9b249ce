package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import java.util.List;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;

/** The title of the Properties view: which object it is about. */
public final class TitleLabels extends LabelProvider {

    private final Icons icons = new Icons();

    @Override
    public String getText(Object selection) {
        List<HostObject> objects = Selected.of(selection, HostObject.class);
        return objects.isEmpty() ? "" : Words.name(objects.getFirst());
    }

    @Override
    public Image getImage(Object selection) {
        List<HostObject> objects = Selected.of(selection, HostObject.class);
        return objects.isEmpty() ? null : icons.of(objects.getFirst());
    }

    @Override
    public void dispose() {
        icons.dispose();
        super.dispose();
    }
}
