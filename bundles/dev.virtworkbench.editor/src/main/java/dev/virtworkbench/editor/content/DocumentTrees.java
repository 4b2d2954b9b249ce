package dev.virtworkbench.editor.content;

import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;

/**
 * The trees of the documents in editors: each state of a document is parsed once, whichever features want to know of it. On the UI
 * thread, where documents change.
 */
public final class DocumentTrees {

    private static final Map<IDocument, Parsed> PARSED = new WeakHashMap<>();

    private record Parsed(long stamp, XmlTree tree) {}

    private DocumentTrees() {}

    /** The tree of what stands in a document now. */
    public static XmlTree of(IDocument document) {
        long stamp = document instanceof IDocumentExtension4 stamped
                ? stamped.getModificationStamp() : IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
        Parsed last = PARSED.get(document);
        if (last == null || last.stamp() != stamp || stamp == IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP) {
            last = new Parsed(stamp, XmlTree.parse(document.get()));
            PARSED.put(document, last);
        }
        return last.tree();
    }
}
