package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.images.ImageSizes;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.actions.Person;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** All that qemu-img and libvirt tell of an image file. Stays open beside the workbench. */
final class InformationDialog extends Dialog {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 440;
    private static final int NAME_WIDTH = 180;

    private final OpenImage opened;
    private SizeBars bars;
    private Tree tree;
    private Optional<ImageSizes> sizes = Optional.empty();
    private Optional<ImageUse> use = Optional.empty();

    private InformationDialog(OpenImage opened) {
        super(Person.shell());
        this.opened = opened;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Opens it; what takes long to find out comes later. On the UI thread. */
    static void show(OpenImage opened) {
        InformationDialog dialog = new InformationDialog(opened);
        dialog.open();
        // without what it builds on, or what opens it, nobody can tell where its data are
        if (opened.chain().broken().isEmpty() && !opened.info().encrypted()) {
            dialog.ask(opened.images().sizes(opened.image()), found -> dialog.sizes = Optional.of(found));
        }
        if (HostChoice.connected(opened.file().host())) {
            dialog.ask(opened.file().host().domains().imageUse(), found -> dialog.use = Optional.of(found));
        }
    }

    /** What cannot be found out is not shown, but logged. */
    private <T> void ask(Job<T> job, Consumer<T> found) {
        Display display = getShell().getDisplay();
        job.result().whenComplete((result, failure) -> display.asyncExec(() -> {
            if (failure != null) {
                Failure.log(failure);
            } else if (!tree.isDisposed()) {
                found.accept(result);
                fill();
            }
        }));
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.get("info.title", opened.name()));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        bars = new SizeBars(area);
        tree = new Tree(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(tree);
        new TreeColumn(tree, SWT.LEFT).setWidth(NAME_WIDTH);
        new TreeColumn(tree, SWT.LEFT).setWidth(WIDTH - NAME_WIDTH);
        HelpContext.IMAGES.of(area);
        fill();
        return area;
    }

    private void fill() {
        bars.show(opened.info(), sizes);
        tree.setRedraw(false);
        tree.removeAll();
        for (ImageReport.Section section : report().sections()) {
            TreeItem heading = new TreeItem(tree, SWT.NONE);
            heading.setText(section.heading());
            heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
            for (ImageReport.Line line : section.lines()) {
                TreeItem item = new TreeItem(heading, SWT.NONE);
                item.setText(new String[] {line.what(), line.value()});
                if (line.alarming()) {
                    item.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
                }
            }
            heading.setExpanded(true);
        }
        tree.getColumn(1).pack();
        tree.setRedraw(true);
    }

    private ImageReport report() {
        return ImageReport.of(opened, sizes, use);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.DETAILS_ID, Texts.get("info.copy"), false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == IDialogConstants.DETAILS_ID) {
            Person.takes(report().text());
        } else {
            super.buttonPressed(id);
        }
    }
}
