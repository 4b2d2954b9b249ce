package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;

/** Adds a host to the workbench. One that cannot be reached now is added as well: it is tried again. */
public final class HostWizard extends Wizard implements INewWizard {

    private final HostPage page = new HostPage();

    public HostWizard() {
        setWindowTitle(Texts.get("host.title"));
        setNeedsProgressMonitor(true);
        addPage(page);
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        // a new host has nothing to do with what is selected
    }

    @Override
    public boolean performFinish() {
        VirtWorkbench.get().addHost(page.uri());
        return true;
    }
}
