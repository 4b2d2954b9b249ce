package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.reading.DocumentReader;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;

/**
 * A document of libvirt's in a file.
 *
 * @param text as it stands in an open editor, saved or not; otherwise as it is in the file
 */
public record DocumentText(IFile file, DocumentKind kind, String text) {

    /** The document in a file; empty if it is none that can be applied. Reads the file on the caller's thread. */
    public static Optional<DocumentText> of(IFile file) throws CoreException {
        String text = read(file);
        return VirtWorkbench.get().language().read(file.getFullPath().toString(), text)
                .filter(document -> document.type() instanceof DocumentType.Document).map(LibvirtDocument::kind)
                .filter(ApplyRequest::applicable).map(kind -> new DocumentText(file, kind, text));
    }

    private static String read(IFile file) throws CoreException {
        ITextFileBuffer open = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        if (open != null) {
            return open.getDocument().get();
        }
        try (InputStream in = file.getContents(true)) {
            return new DocumentReader().read(in.readAllBytes()).text();
        } catch (IOException e) {
            throw new CoreException(Status.error(file.getFullPath().toString(), e));
        }
    }

    /**
     * What to apply. Files are kept without passwords, so those of the object stay.
     *
     * @param pool for a volume; otherwise not looked at
     */
    ApplyRequest request(Optional<UUID> pool) {
        return (kind == DocumentKind.STORAGE_VOLUME ? ApplyRequest.volume(text, pool.orElseThrow())
                : ApplyRequest.document(kind, text)).keepingSecrets();
    }

    boolean isVolume() {
        return kind == DocumentKind.STORAGE_VOLUME;
    }

    /** Writes another text to the file; an editor that has it open shows it. On the UI thread. */
    void write(String other) throws CoreException {
        var buffers = FileBuffers.getTextFileBufferManager();
        buffers.connect(file.getFullPath(), LocationKind.IFILE, null);
        try {
            ITextFileBuffer buffer = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
            buffer.getDocument().set(other);
            buffer.commit(null, true);
        } finally {
            buffers.disconnect(file.getFullPath(), LocationKind.IFILE, null);
        }
    }

    /** Without the text, which may hold passwords. */
    @Override
    public String toString() {
        return kind + " " + file;
    }
}
