package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.language.reading.DecodedDocument;
import dev.virtworkbench.language.reading.DocumentReader;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import dev.virtworkbench.language.schema.Recognition;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.ui.PlatformUI;

/**
 * Judges the files that no editor shows, one after the other behind whatever else is to be done: the server has one of them at a time, so
 * what is typed is never behind more than that one. Who cancels it leaves the files that wait for the next time that a file changes.
 */
final class WorkspaceJudging extends Job {

    private static final WorkspaceJudging WORKBENCHS = new WorkspaceJudging();

    /** How long to wait for more to come, in milliseconds: one action seldom changes one file. */
    private static final long COLLECTING = 300;

    /** How often to look whether a person has had enough, in milliseconds. */
    private static final long PATIENCE = 100;

    /** How much of a file tells whose it is, in characters. */
    private static final int BEGINNING = 64 * 1024;

    private final Set<IFile> waiting = new LinkedHashSet<>();
    private final FileFindings findings = new FileFindings();
    /** What says something about others. */
    private final Set<IFile> pools = ConcurrentHashMap.newKeySet();

    private WorkspaceJudging() {
        super(Texts.JUDGING);
        setPriority(Job.DECORATE);
        OpenDocuments.get().unopened().whenOutdated(() -> judge(pools));
    }

    /** That of the workbench. */
    static WorkspaceJudging get() {
        return WORKBENCHS;
    }

    /** Judges files, soon, and those that wait since somebody had enough. Returns at once. */
    void judge(Collection<IFile> files) {
        if (files.isEmpty()) {
            return;
        }
        synchronized (waiting) {
            waiting.addAll(files);
        }
        schedule(COLLECTING);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, Texts.JUDGING, left());
        for (Optional<IFile> file = next(); file.isPresent(); file = next()) {
            try {
                progress.setWorkRemaining(left() + 1).split(1).subTask(file.get().getFullPath().toString());
                judge(file.get(), progress);
            } catch (OperationCanceledException enough) {
                return stop(file.get());
            } catch (InterruptedException stopping) {
                IStatus stopped = stop(file.get());
                Thread.currentThread().interrupt();
                return stopped;
            } catch (ExecutionException failure) {
                ILog.of(getClass()).error("judging " + file.get().getFullPath(), failure.getCause());
                if (!(failure.getCause() instanceof ResponseErrorException)) {
                    // It is the server that failed, not this file: the next one would fare no better now.
                    return stop(file.get());
                }
            }
            if (findings.areDue()) {
                write();
            }
        }
        write();
        return Status.OK_STATUS;
    }

    private IStatus stop(IFile unjudged) {
        synchronized (waiting) {
            waiting.add(unjudged);
        }
        write();
        return Status.CANCEL_STATUS;
    }

    private void write() {
        if (!PlatformUI.isWorkbenchRunning()) {
            // the workspace closes behind the workbench; the files that have no markers yet are judged at the next start
            return;
        }
        try {
            findings.write();
        } catch (CoreException failure) {
            ILog.of(getClass()).error("writing markers", failure);
        }
    }

    private void judge(IFile file, IProgressMonitor monitor) throws InterruptedException, ExecutionException {
        if (OpenDocuments.get().shows(file)) {
            return;
        }
        try {
            long stamp = file.getModificationStamp();
            Optional<String> text = JudgedFiles.isJudged(file) ? text(file) : Optional.empty();
            Optional<DocumentType> type = text.flatMap(content -> Recognition.of(XmlTree.parse(
                    content.substring(0, Math.min(content.length(), BEGINNING))), file.getLocationURI().toString()));
            note(file, type);
            Optional<List<Diagnostic>> found = type.isEmpty() ? Optional.empty()
                    : await(OpenDocuments.get().unopened().findings(file, text.get()), monitor);
            findings.keep(file, stamp, found.isEmpty() ? "" : text.get(), found.orElse(List.of()));
        } catch (CoreException | IOException failure) {
            if (file.exists()) {
                ILog.of(getClass()).warn("judging " + file.getFullPath(), failure);
            }
        }
    }

    private void note(IFile file, Optional<DocumentType> type) {
        if (type.isPresent() && type.get() instanceof DocumentType.Document document && document.kind() == DocumentKind.STORAGE_POOL) {
            pools.add(file);
        } else {
            pools.remove(file);
        }
    }

    /** What a file holds; empty if it is too large, or no text. */
    private static Optional<String> text(IFile file) throws CoreException, IOException {
        try (InputStream in = file.getContents(true)) {
            byte[] bytes = in.readNBytes(JudgedFiles.LARGEST + 1);
            if (bytes.length > JudgedFiles.LARGEST) {
                return Optional.empty();
            }
            DecodedDocument decoded = new DocumentReader().read(bytes);
            return decoded.problems().isEmpty() ? Optional.of(decoded.text()) : Optional.empty();
        }
    }

    private static <T> T await(CompletableFuture<T> answer, IProgressMonitor monitor) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return answer.get(PATIENCE, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (monitor.isCanceled()) {
                    answer.cancel(true);
                    throw new OperationCanceledException();
                }
            }
        }
    }

    private Optional<IFile> next() {
        synchronized (waiting) {
            Iterator<IFile> all = waiting.iterator();
            if (!all.hasNext()) {
                return Optional.empty();
            }
            IFile next = all.next();
            all.remove();
            return Optional.of(next);
        }
    }

    private int left() {
        synchronized (waiting) {
            return waiting.size();
        }
    }
}
