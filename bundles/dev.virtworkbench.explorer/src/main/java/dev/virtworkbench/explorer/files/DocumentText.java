package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.explorer.comparing.TextComparison.Saving;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.reading.DocumentReader;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;

/**
 * A document of libvirt's in a file.
 *
 * @param name the file's name
 * @param text as it stands in an open editor, saved or not; otherwise as it is in the file
 * @param file empty if it is not in the workspace
 */
public record DocumentText(String name, DocumentKind kind, String text, Optional<IFile> file) {

    /** No larger one is read: virsh refuses it (VSH_MAX_XML_FILE), and libvirt's remote protocol carries less still. */
    private static final int LARGEST = 10 << 20;
    private static final int BEGINNING = 4096;

    /** The document in a file; empty if it is none that can be applied. Reads the file on the caller's thread, which may be any. */
    public static Optional<DocumentText> of(IFile file) throws CoreException {
        return of(file.getName(), file.getFullPath().toString(), read(file), Optional.of(file));
    }

    /** The document in a file outside the workspace. */
    public static Optional<DocumentText> of(Path file) throws CoreException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(file.getFileName().toString(), file.toUri().toString(), text(in), Optional.empty());
        } catch (IOException e) {
            throw new CoreException(Status.error(file.toString(), e));
        }
    }

    private static Optional<DocumentText> of(String name, String place, String text, Optional<IFile> file) {
        return VirtWorkbench.get().language().read(place, text)
                .filter(document -> document.type() instanceof DocumentType.Document).map(LibvirtDocument::kind)
                .filter(ApplyRequest::applicable).map(kind -> new DocumentText(name, kind, text, file));
    }

    private static String read(IFile file) throws CoreException {
        ITextFileBuffer open = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        if (open != null) {
            return edited(open);
        }
        try (InputStream in = file.getContents(true)) {
            return text(in);
        } catch (IOException e) {
            throw new CoreException(Status.error(file.getFullPath().toString(), e));
        }
    }

    /** Documents of editors are touched on the UI thread alone. */
    private static String edited(ITextFileBuffer open) {
        AtomicReference<String> text = new AtomicReference<>();
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> text.set(open.getDocument().get()));
        return text.get();
    }

    /** Empty for what is no document by its first bytes or its size: nobody waits for an image of many gigabytes to be read. */
    private static String text(InputStream in) throws IOException {
        byte[] beginning = in.readNBytes(BEGINNING);
        if (!DocumentReader.beginsAsMarkup(beginning)) {
            return "";
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(beginning);
        all.write(in.readNBytes(LARGEST + 1 - beginning.length));
        return all.size() > LARGEST ? "" : new DocumentReader().read(all.toByteArray()).text();
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

    /**
     * Saves what was merged from this text, again and again. Refuses while the file, or the editor that has it open, holds something
     * else than what was merged from or saved last: what was typed there meanwhile would be lost. On the UI thread.
     */
    Saving saving() {
        AtomicReference<String> last = new AtomicReference<>(text);
        return merged -> {
            if (!read(file.orElseThrow()).equals(last.get())) {
                throw new CoreException(Status.error(Texts.get("compare.changed", name)));
            }
            write(merged);
            last.set(merged);
        };
    }

    /** Writes another text to the workspace's file; an editor that has it open shows it. */
    private void write(String other) throws CoreException {
        IPath place = file.orElseThrow().getFullPath();
        var buffers = FileBuffers.getTextFileBufferManager();
        buffers.connect(place, LocationKind.IFILE, null);
        try {
            ITextFileBuffer buffer = buffers.getTextFileBuffer(place, LocationKind.IFILE);
            buffer.getDocument().set(other);
            buffer.commit(null, true);
        } finally {
            buffers.disconnect(place, LocationKind.IFILE, null);
        }
    }

    /** Without the text, which may hold passwords. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
