package dev.virtworkbench.explorer.wizards;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Fields of a wizard's page or a dialog, one below the other, and below them all what the one means that has the keyboard. */
public final class Fields {

    private static final int HELP_LINES = 3;

    private final Composite area;
    private final Label help;
    private final Runnable changed;

    /** @param changed told of everything that is typed or chosen */
    public Fields(Composite parent, Runnable changed) {
        this.changed = changed;
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(whole);
        area = new Composite(whole, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        help = new Label(whole, SWT.WRAP);
        int line = help.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults().grab(true, false).hint(300, HELP_LINES * line).applyTo(help);
    }

    /** All of it. */
    public Composite control() {
        return help.getParent();
    }

    /** Where the fields are; a page may put others of its own there, of two columns. */
    public Composite area() {
        return area;
    }

    /** A line of text. */
    public Text text(String label, String meaning) {
        label(label);
        Text text = new Text(area, SWT.BORDER | SWT.SINGLE);
        text.addModifyListener(event -> changed.run());
        return shown(text, meaning);
    }

    /** A choice of a few words. */
    public Combo choice(String label, String meaning, List<String> words) {
        label(label);
        Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems(words.toArray(String[]::new));
        combo.select(0);
        combo.addListener(SWT.Selection, event -> changed.run());
        return shown(combo, meaning);
    }

    /** A whole number. */
    public Spinner number(String label, String meaning, int least, int most, int usual) {
        label(label);
        Spinner spinner = new Spinner(area, SWT.BORDER);
        spinner.setValues(usual, least, most, 0, 1, 4);
        spinner.addModifyListener(event -> changed.run());
        shown(spinner, meaning);
        GridDataFactory.swtDefaults().applyTo(spinner);
        return spinner;
    }

    /** A size with its unit. */
    public SizeField size(String label, String meaning, long usual) {
        label(label);
        SizeField size = new SizeField(area, usual, changed);
        explain(size.number(), meaning);
        explain(size.unit(), meaning);
        return size;
    }

    /** What is to be or not. */
    public Button check(String label, String meaning, boolean on) {
        new Label(area, SWT.NONE);
        Button check = new Button(area, SWT.CHECK);
        check.setText(label);
        check.setSelection(on);
        check.addListener(SWT.Selection, event -> changed.run());
        return shown(check, meaning);
    }

    /** Shows what a control means while it has the keyboard, and when the mouse rests on it. */
    public void explain(Control control, String meaning) {
        control.setToolTipText(meaning);
        control.addListener(SWT.FocusIn, event -> help.setText(meaning));
    }

    private <C extends Control> C shown(C control, String meaning) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        explain(control, meaning);
        return control;
    }

    private void label(String words) {
        Label label = new Label(area, SWT.NONE);
        label.setText(words);
        GridDataFactory.swtDefaults().applyTo(label);
    }
}
