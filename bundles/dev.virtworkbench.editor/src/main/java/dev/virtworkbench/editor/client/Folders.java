package dev.virtworkbench.editor.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.services.LanguageServer;

/** The open projects, and what the server has been told of them. On the sending thread. */
final class Folders {

    private List<WorkspaceFolder> told = List.of();

    /** Those of now, which a server is greeted with. */
    List<WorkspaceFolder> greeted() {
        told = open();
        return told;
    }

    /** Tells what has changed since, if anything has. */
    void tell(LanguageServer server) {
        List<WorkspaceFolder> now = open();
        List<WorkspaceFolder> added = new ArrayList<>(now);
        added.removeAll(told);
        List<WorkspaceFolder> removed = new ArrayList<>(told);
        removed.removeAll(now);
        told = now;
        if (!added.isEmpty() || !removed.isEmpty()) {
            server.getWorkspaceService().didChangeWorkspaceFolders(
                    new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
        }
    }

    private static List<WorkspaceFolder> open() {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(project -> project.isOpen() && project.getLocationURI() != null).map(Folders::folder).toList();
    }

    private static WorkspaceFolder folder(IProject project) {
        return new WorkspaceFolder(Addresses.of(project.getLocationURI()), project.getName());
    }
}
