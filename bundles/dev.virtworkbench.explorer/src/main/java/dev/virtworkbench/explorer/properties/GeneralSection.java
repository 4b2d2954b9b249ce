package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.explorer.model.HostObject;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** What there is to know of an object, line by line, to be read and copied. */
public final class GeneralSection extends ObjectSection {

    private List<Fact> shown = List.of();

    @Override
    Composite create(Composite parent) {
        Composite page = getWidgetFactory().createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 6).spacing(12, 4).applyTo(page);
        return page;
    }

    @Override
    void show(HostObject latest) {
        List<Fact> facts = Fact.about(latest);
        // what is selected in a line, to be copied, stays so while nothing changes
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;
        for (Control old : page().getChildren()) {
            old.dispose();
        }
        for (Fact fact : facts) {
            Label label = getWidgetFactory().createLabel(page(), fact.label());
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
            Text value = new Text(page(), SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
            value.setText(fact.value());
            getWidgetFactory().adapt(value, true, false);
            // nothing to fill in
            value.setData(FormToolkit.KEY_DRAW_BORDER, Boolean.FALSE);
            GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(value);
        }
        layOut();
    }
}
