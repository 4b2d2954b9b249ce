package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.domains.Undefine;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks whether libvirt shall forget a domain, and what shall become of the things that it keeps for it. Cancel is the default. */
public final class UndefineDialog extends ActionQuestion {

    private static final Map<Undefine, Undefine> OPPOSITES = Map.of(Undefine.NVRAM, Undefine.KEEP_NVRAM,
            Undefine.KEEP_NVRAM, Undefine.NVRAM, Undefine.TPM, Undefine.KEEP_TPM, Undefine.KEEP_TPM, Undefine.TPM);

    private final Set<Undefine> chosen = EnumSet.noneOf(Undefine.class);
    private final Map<Undefine, Button> boxes = new EnumMap<>(Undefine.class);
    private final Set<Undefine> offered;

    private UndefineDialog(Shell shell, String action, String words, Set<Undefine> offered) {
        super(shell, action, true, words);
        this.offered = offered;
    }

    /**
     * Asks. On the UI thread.
     *
     * @param action what the button that goes on says
     * @param words what will be lost
     * @param offered what libvirt keeps and something can be done with; not empty
     * @return what to undefine with; empty if the person cancelled
     */
    public static Optional<Set<Undefine>> ask(Shell shell, String action, String words, Set<Undefine> offered) {
        UndefineDialog dialog = new UndefineDialog(shell, action, words, offered);
        return dialog.agreed() ? Optional.of(dialog.chosen) : Optional.empty();
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Composite area = choices(parent);
        Label question = new Label(area, SWT.WRAP);
        question.setText(Texts.get("undefine.question"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(question);
        for (Undefine what : offered) {
            Button box = choice(area, SWT.CHECK, Texts.of(what.explanation()));
            box.addListener(SWT.Selection, event -> choose(what, box.getSelection()));
            boxes.put(what, box);
        }
        return area;
    }

    private void choose(Undefine what, boolean wanted) {
        if (!wanted) {
            chosen.remove(what);
            return;
        }
        chosen.add(what);
        Undefine opposite = OPPOSITES.get(what);
        if (opposite != null && chosen.remove(opposite)) {
            boxes.get(opposite).setSelection(false);
        }
    }
}
