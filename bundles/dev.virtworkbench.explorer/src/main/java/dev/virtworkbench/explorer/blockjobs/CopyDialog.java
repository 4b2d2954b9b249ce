package dev.virtworkbench.explorer.blockjobs;

import dev.virtworkbench.engine.blockjobs.BlockJobs;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks where a running domain's disk is copied to, and what for. */
final class CopyDialog extends TitleAreaDialog {

    private static final List<String> FORMATS = List.of("qcow2", "raw");
    private static final List<BlockJobs.Finish> FINISHES = List.of(BlockJobs.Finish.KEEP, BlockJobs.Finish.PIVOT);

    private final String domain;
    private final Disk disk;
    private Text path;
    private Combo format;
    private Combo finish;
    private Button shallow;
    private Wanted wanted;

    /** What was answered. */
    record Wanted(BlockJobs.Copy copy, BlockJobs.Finish finish) { }

    private CopyDialog(Shell shell, String domain, Disk disk) {
        super(shell);
        this.domain = domain;
        this.disk = disk;
        setHelpAvailable(false);
    }

    /**
     * Asks. On the UI thread.
     *
     * @param domain its name
     * @param disk as the domain has it now
     * @return empty if the person cancelled
     */
    static Optional<Wanted> ask(Shell shell, String domain, Disk disk) {
        CopyDialog dialog = new CopyDialog(shell, domain, disk);
        return dialog.open() == Window.OK ? Optional.of(dialog.wanted) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpContext.EXPLORER.of(shell);
        shell.setText(Texts.get("copy"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Texts.get("copy.title", disk.target(), domain));
        Fields fields = new Fields(area, this::check);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields.control());
        path = fields.text(Texts.get("copy.path"), Texts.get("copy.path.help"));
        format = fields.choice(Texts.get("copy.format"), Texts.get("copy.format.help"), FORMATS);
        finish = fields.choice(Texts.get("copy.finish"), Texts.get("copy.finish.help"),
                FINISHES.stream().map(each -> Texts.get("copy." + each)).toList());
        shallow = fields.check(Texts.get("copy.shallow"), Texts.get("copy.shallow.help"), false);
        path.setText(disk.source().isEmpty() ? "" : disk.source() + ".copy");
        path.selectAll();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.get("copy"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private void check() {
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        // a raw image cannot say what it builds on
        shallow.setEnabled(!disk.chain().isEmpty() && format.getText().equals("qcow2"));
        boolean whole = path.getText().strip().startsWith("/");
        setErrorMessage(whole ? null : Texts.get("copy.path.whole"));
        setMessage(Texts.get("copy.message"));
        getButton(IDialogConstants.OK_ID).setEnabled(whole);
    }

    @Override
    protected void okPressed() {
        wanted = new Wanted(new BlockJobs.Copy(path.getText().strip(), format.getText(), shallow.isEnabled() && shallow.getSelection()),
                FINISHES.get(finish.getSelectionIndex()));
        super.okPressed();
    }
}
