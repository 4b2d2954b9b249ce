package dev.virtworkbench.explorer.wizards;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Makes a project with the samples in it. */
public final class SamplesWizard extends Wizard implements INewWizard {

    private final WizardNewProjectCreationPage page = new WizardNewProjectCreationPage("samples");
    private IWorkbench workbench;

    public SamplesWizard() {
        setWindowTitle(Texts.get("samples.title"));
        setNeedsProgressMonitor(true);
        page.setTitle(Texts.get("samples.title"));
        page.setDescription(Texts.get("samples.description"));
        page.setInitialProjectName(Samples.NAME);
        addPage(page);
    }

    @Override
    public void init(IWorkbench opener, IStructuredSelection selection) {
        workbench = opener;
    }

    @Override
    public boolean performFinish() {
        IProject project = page.getProjectHandle();
        try {
            getContainer().run(true, false, new WorkspaceModifyOperation() {
                @Override
                protected void execute(IProgressMonitor monitor) throws CoreException {
                    Samples.create(project, monitor);
                }
            });
        } catch (InvocationTargetException e) {
            page.setErrorMessage(e.getCause().getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        BasicNewResourceWizard.selectAndReveal(project, workbench.getActiveWorkbenchWindow());
        return true;
    }
}
