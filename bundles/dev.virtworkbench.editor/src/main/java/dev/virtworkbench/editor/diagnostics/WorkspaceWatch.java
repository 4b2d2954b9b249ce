package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.client.UnopenedFiles;
import dev.virtworkbench.editor.preferences.DocumentSettings;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.ui.IStartup;

/** Has the files of the workspace judged: all when the workbench has started, and then what changes. */
public final class WorkspaceWatch implements IStartup, IResourceChangeListener {

    private static final int WRITTEN = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;

    private final UnopenedFiles server = OpenDocuments.get().unopened();

    @Override
    public void earlyStartup() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        // The server is told of the other settings before it is asked: who listens for that did so first.
        DocumentSettings.whenChosen(name -> {
            if (DocumentSettings.decidesFindings(name)) {
                judgeAll();
            }
        });
        judgeAll();
    }

    private static void judgeAll() {
        try {
            WorkspaceJudging.get().judge(JudgedFiles.in(ResourcesPlugin.getWorkspace().getRoot()));
        } catch (CoreException failure) {
            ILog.of(WorkspaceWatch.class).error("looking for the files of the workspace", failure);
        }
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        Changes changes = new Changes();
        try {
            event.getDelta().accept(changes::see);
        } catch (CoreException failure) {
            ILog.of(getClass()).error("looking at what changed in the workspace", failure);
        }
        if (changes.projects) {
            server.projectsChanged();
        }
        server.changed(FileChangeType.Created, changes.made);
        server.changed(FileChangeType.Changed, changes.written);
        server.changed(FileChangeType.Deleted, changes.deleted);
        WorkspaceJudging.get().judge(changes.judged());
    }

    private static final class Changes {

        private final List<IFile> made = new ArrayList<>();
        private final List<IFile> written = new ArrayList<>();
        private final List<IFile> deleted = new ArrayList<>();
        private final List<IFile> others = new ArrayList<>();
        private boolean projects;

        /** @return whether to look below */
        boolean see(IResourceDelta delta) throws CoreException {
            IResource resource = delta.getResource();
            if (resource instanceof IProject) {
                projects |= delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.OPEN) != 0;
            }
            if ((delta.getFlags() & IResourceDelta.DERIVED_CHANGED) != 0) {
                // Those below are looked for even if it is derived now: their markers go.
                others.addAll(files(resource));
            }
            if (resource instanceof IFile file && JudgedFiles.isNamed(file.getName())) {
                switch (delta.getKind()) {
                    case IResourceDelta.ADDED -> made.add(file);
                    case IResourceDelta.REMOVED -> deleted.add(file);
                    default -> {
                        if ((delta.getFlags() & WRITTEN) != 0) {
                            written.add(file);
                        }
                    }
                }
            }
            return true;
        }

        List<IFile> judged() {
            List<IFile> judged = new ArrayList<>(made);
            judged.addAll(written);
            judged.addAll(others);
            return judged;
        }

        private static List<IFile> files(IResource changed) throws CoreException {
            List<IFile> files = new ArrayList<>();
            changed.accept(each -> {
                if (each instanceof IFile file && JudgedFiles.isNamed(file.getName())) {
                    files.add(file);
                }
                return true;
            });
            return files;
        }
    }
}
