package dev.virtworkbench.product;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IStartup;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Puts a copy of the samples as a project into a workspace that holds nothing. Once a workspace: who deletes the project does not
 * find it again at the next start. Runs behind the opened window, as a job.
 */
public final class SampleProject implements IStartup {

    /** The name of the project. */
    public static final String NAME = "samples";

    private static final String OFFERED = "samples.offered";
    private static final String FOLDER = "samples/";

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
                    fill(files.getProject(NAME));
                }
                remember();
                return Status.OK_STATUS;
            }
        };
        copy.setRule(files);
        copy.schedule();
    }

    private void fill(IProject project) throws CoreException {
        project.create(null);
        project.open(null);
        List<URL> entries = Collections.list(bundle.findEntries(FOLDER, "*", true));
        for (URL entry : entries) {
            String path = entry.getPath().substring(entry.getPath().indexOf(FOLDER) + FOLDER.length());
            if (!path.isEmpty() && !path.endsWith("/")) {
                copy(entry, project.getFile(new Path(path)));
            }
        }
    }

    private void copy(URL entry, IFile file) throws CoreException {
        createParents(file.getParent());
        try (InputStream content = entry.openStream()) {
            file.create(content, IResource.NONE, null);
        } catch (IOException e) {
            throw new CoreException(new Status(IStatus.ERROR, bundle.getSymbolicName(), Texts.samplesFailed(file.getName()), e));
        }
    }

    private static void createParents(IContainer container) throws CoreException {
        if (container instanceof IFolder folder && !folder.exists()) {
            createParents(folder.getParent());
            folder.create(IResource.NONE, true, null);
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
