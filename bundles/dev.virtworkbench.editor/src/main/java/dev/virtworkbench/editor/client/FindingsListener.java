package dev.virtworkbench.editor.client;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;

/** Shows what is wrong in one document. On the UI thread. */
public interface FindingsListener {

    /** All that is wrong in the document as it is now. */
    void found(List<Diagnostic> findings);

    /** The document is shown no more. */
    void closed();
}
