package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.explorer.labels.Bytes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the size that something shall grow to. */
public final class SizeDialog extends Dialog {

    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");
    private static final int WIDTH = 360;

    private final String title;
    private final long current;
    private final String note;
    private OptionalLong chosen = OptionalLong.empty();
    private Text number;
    private Combo unit;
    private Label problem;

    private SizeDialog(Shell shell, String title, long current, String note) {
        super(shell);
        this.title = title;
        this.current = current;
        this.note = note;
    }

    /**
     * Asks. On the UI thread.
     *
     * @param current the size now, in bytes
     * @param note what is to be known about it
     * @return the new size in bytes, over {@code current}; empty if the person cancelled
     */
    public static OptionalLong ask(Shell shell, String title, long current, String note) {
        SizeDialog dialog = new SizeDialog(shell, title, current, note);
        return dialog.open() == Window.OK ? dialog.chosen : OptionalLong.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 12).applyTo(area);
        Label now = new Label(area, SWT.NONE);
        now.setText(Texts.get("size.current", Bytes.of(current)));
        GridDataFactory.fillDefaults().span(3, 1).hint(convertHorizontalDLUsToPixels(WIDTH / 2), SWT.DEFAULT).applyTo(now);
        new Label(area, SWT.NONE).setText(Texts.get("size.new"));
        number = new Text(area, SWT.BORDER | SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(number);
        unit = new Combo(area, SWT.READ_ONLY);
        UNITS.forEach(unit::add);
        Label more = new Label(area, SWT.WRAP);
        more.setText(note);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(convertHorizontalDLUsToPixels(WIDTH / 2), SWT.DEFAULT).applyTo(more);
        problem = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(problem);
        int power = Math.clamp((63 - Long.numberOfLeadingZeros(Math.max(1, current))) / 10, 1, UNITS.size());
        unit.select(power - 1);
        number.setText(BigDecimal.valueOf(current).divide(bytes(power), 2, RoundingMode.UP).stripTrailingZeros().toPlainString());
        number.selectAll();
        number.addModifyListener(event -> check());
        unit.addListener(SWT.Selection, event -> check());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        check();
    }

    private void check() {
        chosen = OptionalLong.empty();
        problem.setText(judge());
        problem.requestLayout();
        getButton(IDialogConstants.OK_ID).setEnabled(chosen.isPresent());
    }

    /** Sets the size that is chosen, or says what is wrong with it. */
    private String judge() {
        BigDecimal size;
        try {
            size = new BigDecimal(number.getText().strip().replace(',', '.')).multiply(bytes(unit.getSelectionIndex() + 1));
        } catch (NumberFormatException e) {
            return Texts.get("size.number");
        }
        if (size.signum() <= 0) {
            return Texts.get("size.number");
        }
        if (size.compareTo(BigDecimal.valueOf(current)) <= 0) {
            return Texts.get("size.larger", Bytes.of(current));
        }
        if (size.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Texts.get("size.large");
        }
        chosen = OptionalLong.of(size.longValue());
        return "";
    }

    private static BigDecimal bytes(int power) {
        return BigDecimal.valueOf(1L << 10 * power);
    }
}
