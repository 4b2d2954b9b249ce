package dev.virtworkbench.editor.content;

import dev.virtworkbench.language.syntax.XmlTree;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;

/**
 * Works something out of a document's tree once the document has been left alone for a moment, on a thread of its own as trees never
 * change, and shows it on the UI thread; unless the document has changed again by then. Nobody waits for it while typing. Called on the UI
 * thread.
 *
 * @param <T> what is worked out
 */
public final class TypingPause<T> implements IDocumentListener {

    private static final int MILLISECONDS = 250;

    private final Function<XmlTree, T> work;
    private final Consumer<T> show;
    /** Always the same object: asking the display for it again puts it off. */
    private final Runnable whenQuiet = this::act;
    private IDocument document;

    /**
     * @param work what to work out; on any thread
     * @param show what to do with it; on the UI thread, and not any more once nothing is watched
     */
    public TypingPause(Function<XmlTree, T> work, Consumer<T> show) {
        this.work = work;
        this.show = show;
    }

    /** Watches a document instead of the one before, and begins with it at once. @param document null to watch none */
    public void watch(IDocument document) {
        if (this.document != null) {
            this.document.removeDocumentListener(this);
        }
        this.document = document;
        if (document != null) {
            document.addDocumentListener(this);
            act();
        }
    }

    /** Begins with the document as it is, without a pause. */
    public void act() {
        if (document == null) {
            return;
        }
        Display display = Display.getCurrent();
        XmlTree tree = DocumentTrees.of(document);
        CompletableFuture.supplyAsync(() -> work.apply(tree)).whenComplete((result, failure) -> {
            if (failure != null) {
                ILog.of(getClass()).error("working out of a document what its editor shows", failure);
            } else if (!display.isDisposed()) {
                display.asyncExec(() -> showIfCurrent(tree, result));
            }
        });
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // only what it becomes counts
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        // A file that somebody else wrote is read again beside the UI thread.
        Display display = Display.getDefault();
        display.execute(() -> display.timerExec(MILLISECONDS, whenQuiet));
    }

    private void showIfCurrent(XmlTree tree, T result) {
        if (document != null && DocumentTrees.of(document) == tree) {
            show.accept(result);
        }
    }
}
