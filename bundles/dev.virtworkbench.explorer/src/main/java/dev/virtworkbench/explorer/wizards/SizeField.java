package dev.virtworkbench.explorer.wizards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** A number of bytes as people state it: a number, as in 20 or 1.5, and a binary unit. */
public final class SizeField {

    private static final long KIB = 1024;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final int DIGITS = 15;
    /** How often an empty field fits into this one. */
    private static final int WIDTHS = 4;

    private final Text number;
    private final Combo unit;

    /** @param usual bytes; rounded up to whole KiB */
    public SizeField(Composite parent, long usual, Runnable changed) {
        Composite both = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(both);
        number = new Text(both, SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
        number.setTextLimit(DIGITS);
        GridDataFactory.swtDefaults().hint(number.computeSize(SWT.DEFAULT, SWT.DEFAULT).x * WIDTHS, SWT.DEFAULT).applyTo(number);
        unit = new Combo(both, SWT.DROP_DOWN | SWT.READ_ONLY);
        unit.setItems(UNITS);
        show(usual);
        number.addModifyListener(event -> changed.run());
        unit.addListener(SWT.Selection, event -> changed.run());
    }

    /** @param bytes not below 0; rounded up to whole KiB, at least one */
    void show(long bytes) {
        long whole = Math.max(bytes + KIB - 1 & -KIB, KIB);
        int power = Math.min(Long.numberOfTrailingZeros(whole) / 10, UNITS.length);
        unit.select(power - 1);
        number.setText(Long.toString(whole >> power * 10));
    }

    /** The bytes, rounded up to whole KiB; 0 if what is typed is no number over 0 or is more than libvirt counts. */
    public long bytes() {
        try {
            BigDecimal kib = new BigDecimal(number.getText().strip().replace(',', '.')).multiply(BigDecimal.valueOf(1L << unit.getSelectionIndex() * 10));
            return Math.max(Math.multiplyExact(kib.setScale(0, RoundingMode.UP).longValueExact(), KIB), 0);
        } catch (ArithmeticException | NumberFormatException notASize) {
            return 0;
        }
    }

    public Text number() {
        return number;
    }

    public Combo unit() {
        return unit;
    }
}
