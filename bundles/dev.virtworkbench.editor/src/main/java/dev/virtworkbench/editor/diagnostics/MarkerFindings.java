package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.FindingsListener;
import dev.virtworkbench.editor.client.Positions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.MarkerAnnotation;

/**
 * Findings of a file of the workspace as markers. What the editor shows of them is compared with what there shall be, and only the
 * difference is written, beside the UI thread; findings that come meanwhile wait for that.
 */
final class MarkerFindings implements FindingsListener {

    private final IDocument document;
    private final IFile file;
    private final IAnnotationModel model;
    private boolean writing;
    private Runnable waiting;

    MarkerFindings(IDocument document, IFile file, IAnnotationModel model) {
        this.document = document;
        this.file = file;
        this.model = model;
    }

    @Override
    public void found(List<Diagnostic> findings) {
        if (writing) {
            waiting = () -> found(findings);
            return;
        }
        Set<Finding> wanted = new HashSet<>();
        findings.forEach(each -> wanted.add(Finding.of(document, each)));
        List<IMarker> gone = new ArrayList<>();
        Map<IMarker, Position> shown = shown();
        shown.forEach((marker, position) -> {
            if (!wanted.remove(Finding.of(marker, position))) {
                gone.add(marker);
            }
        });
        Map<Finding, Integer> added = new HashMap<>();
        for (Finding each : wanted) {
            added.put(each, Positions.at(document, each.start()).getLine() + 1);
        }
        if (!gone.isEmpty() || !added.isEmpty()) {
            write(() -> replace(shown.keySet(), gone, added));
        }
    }

    @Override
    public void closed() {
        waiting = null;
        // What was not saved is gone with the editor.
        WorkspaceJudging.get().judge(List.of(file));
    }

    private Map<IMarker, Position> shown() {
        Map<IMarker, Position> shown = new HashMap<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            if (all.next() instanceof MarkerAnnotation each && each.getMarker().exists() && isOurs(each.getMarker())) {
                Position position = model.getPosition(each);
                shown.put(each.getMarker(), position == null ? new Position(0) : position);
            }
        }
        return shown;
    }

    private static boolean isOurs(IMarker marker) {
        try {
            return marker.isSubtypeOf(Finding.MARKER);
        } catch (CoreException takenAway) {
            return false;
        }
    }

    private interface Work {

        void run() throws CoreException;
    }

    private void write(Work work) {
        writing = true;
        Display display = Display.getCurrent();
        CompletableFuture.runAsync(() -> {
            try {
                ResourcesPlugin.getWorkspace().run(monitor -> work.run(), null, IWorkspace.AVOID_UPDATE, null);
            } catch (CoreException failure) {
                ILog.of(getClass()).error("writing markers of " + file.getFullPath(), failure);
            }
        }).thenRun(() -> {
            if (!display.isDisposed()) {
                display.execute(this::written);
            }
        });
    }

    private void written() {
        writing = false;
        Runnable next = waiting;
        waiting = null;
        if (next != null) {
            next.run();
        }
    }

    /** @param shown the markers that the editor shows: others were made while nobody had the file open yet, and are in the way */
    private void replace(Set<IMarker> shown, List<IMarker> gone, Map<Finding, Integer> added) throws CoreException {
        if (file.exists()) {
            for (IMarker each : file.findMarkers(Finding.MARKER, true, IFile.DEPTH_ZERO)) {
                if (gone.contains(each) || !shown.contains(each)) {
                    each.delete();
                }
            }
            for (Map.Entry<Finding, Integer> each : added.entrySet()) {
                file.createMarker(Finding.MARKER, each.getKey().attributes(each.getValue()));
            }
        }
    }
}
