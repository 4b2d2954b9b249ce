package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.explorer.actions.Person;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * The dialog before something is done with an image file. Its head says whether a new file is written or the file itself is changed,
 * which is all the difference when it is cancelled or fails.
 */
abstract class ImageDialog extends TitleAreaDialog {

    private static final int LEAST_WIDTH = 620;

    /** What becomes of the file. */
    enum Kind {
        /** It is only looked at. */
        READS,
        /** It stays; another one is made, whole or not at all. */
        NEW_FILE,
        /** It is changed itself. */
        IN_PLACE
    }

    private final OpenImage opened;
    private final String subject;
    private final Kind kind;
    private Combo rights;
    private boolean ready;

    /** @param subject what the texts of the dialog begin with: {@code convert} */
    ImageDialog(OpenImage opened, String subject, Kind kind) {
        super(Person.shell());
        this.opened = opened;
        this.subject = subject;
        this.kind = kind;
        setHelpAvailable(false);
    }

    final OpenImage image() {
        return opened;
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.get(subject + ".title", opened.name()));
    }

    @Override
    protected final boolean isResizable() {
        return true;
    }

    @Override
    protected final Point getInitialSize() {
        Point size = super.getInitialSize();
        return new Point(Math.max(size.x, LEAST_WIDTH), size.y);
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Texts.get(subject + ".head", opened.name(), opened.image().format(), Bytes.of(opened.info().virtualSize())));
        setMessage(Texts.getOr("kind." + subject, Texts.get("kind." + kind)));
        Fields fields = new Fields(area, this::check);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields.control());
        create(fields);
        List<Rights> choices = HostRights.choices(opened.file().host());
        if (choices.size() > 1) {
            rights = fields.choice(Texts.get("rights"), Texts.get("rights.help", opened.file().host().uri()),
                    choices.stream().map(each -> Texts.get("rights." + each)).toList());
            rights.select(choices.indexOf(HostRights.of(opened.file().host())));
            rights.addListener(SWT.Selection, event -> HostRights.choose(opened.file().host(), choices.get(rights.getSelectionIndex())));
        }
        HelpContext.IMAGES.of(area);
        return area;
    }

    @Override
    protected final void createButtonsForButtonBar(Composite parent) {
        boolean careful = kind == Kind.IN_PLACE;
        Button go = createButton(parent, IDialogConstants.OK_ID, Texts.get(subject + ".go"), !careful || closesOnly());
        if (!closesOnly()) {
            createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, careful);
        }
        ready = true;
        go.setEnabled(problem().isEmpty());
        begun();
    }

    /** Looks at what is stated now. */
    final void check() {
        if (!ready) {
            return;
        }
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
        stated();
    }

    @Override
    protected final void okPressed() {
        if (problem().isEmpty() && go()) {
            super.okPressed();
        }
    }

    /** Puts the fields there. */
    abstract void create(Fields fields);

    /** What is wrong with what is stated; empty if nothing is. */
    abstract Optional<String> problem();

    /** Does it, or starts it. @return whether the dialog has done its work */
    abstract boolean go();

    /** Whether what it is for is done by its own buttons, and the last one closes it. */
    boolean closesOnly() {
        return false;
    }

    /** All that can be stated is there. */
    void begun() {
        stated();
    }

    /** Something else is stated than before. */
    void stated() { }
}
