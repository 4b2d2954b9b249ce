package dev.virtworkbench.editor.content;

import java.time.Duration;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;

/** Does something once a document has been left alone for a moment, so that nobody waits for it while typing. On the UI thread. */
public final class TypingPause implements IDocumentListener {

    private static final int MILLISECONDS = (int) Duration.ofMillis(250).toMillis();

    private final Runnable action;
    /** Always the same object: asking the display for it again puts it off. */
    private final Runnable whenQuiet = this::act;
    private IDocument document;

    /** @param action what to do; not called any more once nothing is watched */
    public TypingPause(Runnable action) {
        this.action = action;
    }

    /** Watches a document instead of the one before, and acts on it at once. @param document null to watch none */
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

    private void act() {
        if (document != null) {
            action.run();
        }
    }
}
