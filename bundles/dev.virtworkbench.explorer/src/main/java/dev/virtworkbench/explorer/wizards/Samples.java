package dev.virtworkbench.explorer.wizards;

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
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The samples that travel with this bundle: documents of every kind, right ones and wrong ones. */
public final class Samples {

    /** What a project of them is called, if nobody says otherwise. */
    public static final String NAME = "samples";

    private static final String FOLDER = "samples/";

    private Samples() { }

    /**
     * Makes a project with a copy of each; where that fails, none.
     *
     * @param project one that is not there
     * @param monitor null for none
     */
    public static void create(IProject project, IProgressMonitor monitor) throws CoreException {
        Bundle bundle = FrameworkUtil.getBundle(Samples.class);
        List<URL> entries = Collections.list(bundle.findEntries(FOLDER, "*", true));
        SubMonitor progress = SubMonitor.convert(monitor, entries.size());
        project.create(null);
        try {
            project.open(null);
            for (URL entry : entries) {
                String path = entry.getPath().substring(entry.getPath().indexOf(FOLDER) + FOLDER.length());
                if (!path.isEmpty() && !path.endsWith("/")) {
                    copy(entry, project.getFile(new Path(path)));
                }
                progress.worked(1);
            }
        } catch (CoreException e) {
            project.delete(true, true, null);
            throw e;
        }
    }

    private static void copy(URL entry, IFile file) throws CoreException {
        createParents(file.getParent());
        try (InputStream content = entry.openStream()) {
            file.create(content, IResource.NONE, null);
        } catch (IOException e) {
            throw new CoreException(Status.error(Texts.get("samples.failed", file.getName()), e));
        }
    }

    private static void createParents(IContainer container) throws CoreException {
        if (container instanceof IFolder folder && !folder.exists()) {
            createParents(folder.getParent());
            folder.create(IResource.NONE, true, null);
        }
    }
}
