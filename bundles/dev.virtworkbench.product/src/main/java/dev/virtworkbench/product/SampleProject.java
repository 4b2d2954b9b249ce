package dev.virtworkbench.product;

import dev.virtworkbench.explorer.wizards.Samples;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Puts a copy of the samples as a project into a workspace that holds nothing, and opens the first to look at. Once a workspace: who deletes the project does not
 * find it again at the next start. Runs behind the opened window, as a job.
 */
public final class SampleProject implements IStartup {

    /** The name of the project. */
    public static final String NAME = Samples.NAME;

    private static final String OFFERED = "samples.offered";
    /** Has a mistake and a fix for it: what a newcomer sees is what the workbench is for. */
    private static final IPath FIRST = IPath.fromPortableString("mistakes/unknown-pool-type.xml");

    private final Bundle bundle = FrameworkUtil.getBundle(SampleProject.class);

    @Override
    public void earlyStartup() {
        IWorkspaceRoot files = ResourcesPlugin.getWorkspace().getRoot();
        if (InstanceScope.INSTANCE.getNode(bundle.getSymbolicName()).getBoolean(OFFERED, false)) {
            return;
        }
        WorkspaceJob copy = new WorkspaceJob(Texts.SAMPLES_JOB) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                if (files.getProjects().length == 0) {
                    Samples.create(files.getProject(NAME), monitor);
                    PlatformUI.getWorkbench().getDisplay().asyncExec(SampleProject.this::openFirst);
                }
                remember();
                return Status.OK_STATUS;
            }
        };
        copy.setRule(files);
        copy.schedule();
    }

    /** Beside whatever somebody has opened meanwhile there is nothing to show. On the UI thread. */
    private void openFirst() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null || page.getEditorReferences().length > 0) {
            return;
        }
        try {
            IDE.openEditor(page, ResourcesPlugin.getWorkspace().getRoot().getProject(NAME).getFile(FIRST), false);
        } catch (PartInitException e) {
            Platform.getLog(bundle).error("the first sample could not be opened", e);
        }
    }

    private void remember() throws CoreException {
        var settings = InstanceScope.INSTANCE.getNode(bundle.getSymbolicName());
        settings.putBoolean(OFFERED, true);
        try {
            settings.flush();
        } catch (BackingStoreException e) {
            throw new CoreException(new Status(IStatus.ERROR, bundle.getSymbolicName(), e.getMessage(), e));
        }
    }
}
