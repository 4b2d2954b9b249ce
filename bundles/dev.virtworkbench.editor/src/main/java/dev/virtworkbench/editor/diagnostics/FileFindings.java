package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.client.Positions;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Findings of files that no editor shows, as the markers that an editor makes. They are kept until many are written at once: after each
 * write the platform tells every view and every decorator that the workspace has changed. One thread, which is not the UI thread.
 */
final class FileFindings {

    /** So many files are enough for one write. */
    private static final int MANY = 100;

    /** Nobody shall wait longer than this for what was found in one file because of others. */
    private static final long LONG = Duration.ofSeconds(1).toNanos();

    private final Map<IFile, Judged> kept = new LinkedHashMap<>();
    private long since;

    /** What a file's markers shall be. @param stamp of the text that was judged: findings of one that is gone mark nothing */
    private record Judged(long stamp, String text, List<Diagnostic> found) { }

    /** Keeps what was found in a file. @param stamp the file's, before its text was read */
    void keep(IFile file, long stamp, String text, List<Diagnostic> found) {
        if (kept.isEmpty()) {
            since = System.nanoTime();
        }
        // The later one is the one that counts, and it counts from where it stands.
        kept.put(file, new Judged(stamp, text, List.copyOf(found)));
    }

    /** Whether so much is kept, or for so long, that it is to be written now. */
    boolean areDue() {
        return kept.size() >= MANY || !kept.isEmpty() && System.nanoTime() - since > LONG;
    }

    /** Makes the markers of the files those that were found, unless an editor shows a file by now: then that one does. */
    void write() throws CoreException {
        if (kept.isEmpty()) {
            return;
        }
        Map<IFile, Judged> all = Map.copyOf(kept);
        kept.clear();
        ResourcesPlugin.getWorkspace().run(monitor -> {
            for (Map.Entry<IFile, Judged> each : all.entrySet()) {
                IFile file = each.getKey();
                if (file.exists() && file.getModificationStamp() == each.getValue().stamp() && !OpenDocuments.get().shows(file)) {
                    mark(file, each.getValue());
                }
            }
        }, null, IWorkspace.AVOID_UPDATE, null);
    }

    private static void mark(IFile file, Judged judged) throws CoreException {
        Document document = new Document(judged.text());
        Set<Finding> wanted = new HashSet<>();
        judged.found().forEach(each -> wanted.add(Finding.of(document, each)));
        for (IMarker each : file.findMarkers(Finding.MARKER, true, IResource.DEPTH_ZERO)) {
            if (!wanted.remove(Finding.of(each, position(each)))) {
                each.delete();
            }
        }
        for (Finding each : wanted) {
            file.createMarker(Finding.MARKER, each.attributes(Positions.at(document, each.start()).getLine() + 1));
        }
    }

    /** Where a marker says that it is. */
    static Position position(IMarker marker) {
        int start = marker.getAttribute(IMarker.CHAR_START, 0);
        return new Position(start, marker.getAttribute(IMarker.CHAR_END, start) - start);
    }
}
