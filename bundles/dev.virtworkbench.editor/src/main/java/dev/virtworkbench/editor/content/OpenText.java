package dev.virtworkbench.editor.content;

import dev.virtworkbench.language.schema.Recognition;
import dev.virtworkbench.language.syntax.XmlTree;
import java.net.URI;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.jface.text.IDocument;

/** Whose the text in an editor is, as it stands there: saved or not, of a file or of a host's object. On the UI thread. */
public final class OpenText {

    private OpenText() {}

    /** Whether it is a document of libvirt's. */
    public static boolean isLibvirt(IDocument document) {
        return Recognition.of(DocumentTrees.of(document), place(document)).isPresent();
    }

    /** Whether it is a document of libvirt's or may become one: there is no root element yet that says otherwise. */
    public static boolean mayBecomeLibvirt(IDocument document) {
        XmlTree tree = DocumentTrees.of(document);
        return tree.root().isEmpty() || Recognition.of(tree, place(document)).isPresent();
    }

    /** The file's URI; empty for what is in no file. */
    private static String place(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        IFileStore store = buffer == null ? null : buffer.getFileStore();
        URI uri = store == null ? null : store.toURI();
        return uri == null ? "" : uri.toString();
    }
}
