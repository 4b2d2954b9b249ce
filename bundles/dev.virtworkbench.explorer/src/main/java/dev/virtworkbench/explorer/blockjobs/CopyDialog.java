package dev.virtworkbench.explorer.blockjobs;

import dev.virtworkbench.engine.blockjobs.BlockJobs;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks where a running domain's disk is copied to, and what for. */
final class CopyDialog extends FieldsDialog {

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
        super(shell, HelpContext.EXPLORER, Texts.get("copy"), Texts.get("copy"));
        this.domain = domain;
        this.disk = disk;
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
    protected void create(Fields fields) {
        setTitle(Texts.get("copy.title", disk.target(), domain));
        setMessage(Texts.get("copy.message"));
        path = fields.text(Texts.get("copy.path"), Texts.get("copy.path.help"));
        format = fields.choice(Texts.get("copy.format"), Texts.get("copy.format.help"), FORMATS);
        finish = fields.choice(Texts.get("copy.finish"), Texts.get("copy.finish.help"),
                FINISHES.stream().map(each -> Texts.get("copy." + each)).toList());
        shallow = fields.check(Texts.get("copy.shallow"), Texts.get("copy.shallow.help"), false);
        path.setText(disk.source().isEmpty() ? "" : disk.source() + ".copy");
        path.selectAll();
    }

    @Override
    protected Optional<String> problem() {
        return path.getText().strip().startsWith("/") ? Optional.empty() : Optional.of(Texts.get("copy.path.whole"));
    }

    @Override
    protected void stated() {
        // a raw image cannot say what it builds on
        shallow.setEnabled(!disk.chain().isEmpty() && format.getText().equals("qcow2"));
    }

    @Override
    protected boolean go() {
        wanted = new Wanted(new BlockJobs.Copy(path.getText().strip(), format.getText(), shallow.isEnabled() && shallow.getSelection()),
                FINISHES.get(finish.getSelectionIndex()));
        return true;
    }
}
