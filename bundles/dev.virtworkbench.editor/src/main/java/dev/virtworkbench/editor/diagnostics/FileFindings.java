package dev.virtworkbench.editor.diagnostics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.Position;
import org.eclipse.lsp4j.Diagnostic;
import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.client.Positions;

/** Findings of files that no editor shows, as the markers that an editor makes. On any thread but the UI thread. */
final class FileFindings {

    private FileFindings() {}

    /** Makes a file's markers those of what was found in it, unless an editor shows it by now: then that one does. */
    static void show(IFile file, String text, List<Diagnostic> found) throws CoreException {
        Document document = new Document(text);
        Set<Finding> wanted = new HashSet<>();
        found.forEach(each -> wanted.add(Finding.of(document, each)));
        List<IMarker> gone = new ArrayList<>();
        for (IMarker each : markers(file)) {
            if (!wanted.remove(Finding.of(each, position(each)))) {
                gone.add(each);
            }
        }
        if (gone.isEmpty() && wanted.isEmpty()) {
            return;
        }
        ResourcesPlugin.getWorkspace().run(monitor -> {
            if (!file.exists() || OpenDocuments.get().shows(file)) {
                return;
            }
            for (IMarker each : gone) {
                each.delete();
            }
            for (Finding each : wanted) {
                file.createMarker(Finding.MARKER, each.attributes(Positions.at(document, each.start()).getLine() + 1));
            }
        }, null, IWorkspace.AVOID_UPDATE, null);
    }

    /** Takes away the markers of a file that is not judged any more. */
    static void clear(IFile file) throws CoreException {
        if (file.exists() && markers(file).length > 0) {
            file.deleteMarkers(Finding.MARKER, true, IResource.DEPTH_ZERO);
        }
    }

    /** Where a marker says that it is. */
    static Position position(IMarker marker) {
        int start = marker.getAttribute(IMarker.CHAR_START, 0);
        return new Position(start, marker.getAttribute(IMarker.CHAR_END, start) - start);
    }

    private static IMarker[] markers(IFile file) throws CoreException {
        return file.exists() ? file.findMarkers(Finding.MARKER, true, IResource.DEPTH_ZERO) : new IMarker[0];
    }
}
