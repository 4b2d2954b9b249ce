package dev.virtworkbench.explorer.images;

import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.Person;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** All that qemu-img and libvirt tell of an image file. Stays open beside the workbench. */
final class InformationDialog extends Dialog {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 440;

    private final OpenImage opened;
    private InformationPane pane;

    private InformationDialog(OpenImage opened) {
        super(Person.shell());
        this.opened = opened;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Opens it. On the UI thread. */
    static void show(OpenImage opened) {
        new InformationDialog(opened).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.get("info.title", opened.name()));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        pane = new InformationPane(area, WIDTH, HEIGHT);
        HelpContext.IMAGES.of(area);
        pane.show(opened);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.DETAILS_ID, Texts.get("info.copy"), false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == IDialogConstants.DETAILS_ID) {
            Person.takes(pane.text());
        } else {
            super.buttonPressed(id);
        }
    }
}
