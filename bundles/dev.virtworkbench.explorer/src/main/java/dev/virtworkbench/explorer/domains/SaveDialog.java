package dev.virtworkbench.explorer.domains;

import dev.virtworkbench.engine.saves.Resume;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks to which file of the host a domain is saved. */
final class SaveDialog extends FieldsDialog {

    private final String domain;
    private final String usual;
    private Text path;
    private Combo later;
    private Wanted wanted;

    /** What was answered. */
    record Wanted(String path, Resume later) { }

    private SaveDialog(Shell shell, String domain, String usual) {
        super(shell, HelpContext.DOMAINS, Texts.get("save"), Texts.get("save"));
        this.domain = domain;
        this.usual = usual;
    }

    /**
     * Asks. On the UI thread.
     *
     * @param domain its name
     * @param usual the path that is proposed
     * @return empty if the person cancelled
     */
    static Optional<Wanted> ask(Shell shell, String domain, String usual) {
        SaveDialog dialog = new SaveDialog(shell, domain, usual);
        return dialog.open() == Window.OK ? Optional.of(dialog.wanted) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("save.title", domain));
        setMessage(Texts.get("save.message"));
        path = fields.text(Texts.get("save.path"), Texts.get("save.path.help"));
        later = fields.choice(Texts.get("save.later"), Texts.get("save.later.help"),
                Arrays.stream(Resume.values()).map(each -> Texts.get("resume." + each)).toList());
        path.setText(usual);
        path.setSelection(usual.length());
    }

    @Override
    protected Optional<String> problem() {
        String typed = path.getText().strip();
        return typed.startsWith("/") && !typed.endsWith("/") ? Optional.empty() : Optional.of(Texts.get("save.path.whole"));
    }

    @Override
    protected boolean go() {
        wanted = new Wanted(path.getText().strip(), Resume.values()[later.getSelectionIndex()]);
        return true;
    }
}
