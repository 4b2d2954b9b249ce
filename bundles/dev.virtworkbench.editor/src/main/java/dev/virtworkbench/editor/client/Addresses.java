package dev.virtworkbench.editor.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.jface.text.IDocument;

/** What documents are called in the protocol. */
final class Addresses {

    private Addresses() {}

    /** The URI of a document's file or of the host's object that it stands for; empty for a document that is neither. */
    static Optional<String> of(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        IFileStore store = buffer == null ? null : buffer.getFileStore();
        return Optional.ofNullable(store).map(IFileStore::toURI).map(Addresses::of);
    }

    /** A URI as the protocol writes it; Java leaves out the empty authority of a file's. */
    static String of(URI uri) {
        return "file".equals(uri.getScheme()) ? Path.of(uri).toUri().toString() : uri.toString();
    }
}
