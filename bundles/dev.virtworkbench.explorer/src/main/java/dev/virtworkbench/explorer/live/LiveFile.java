package dev.virtworkbench.explorer.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileInfo;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.filesystem.provider.FileInfo;
import org.eclipse.core.filesystem.provider.FileStore;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;

/** A live document as file buffers and editors see it. There while it is open; written to, it keeps the text. */
final class LiveFile extends FileStore {

    private final URI uri;

    LiveFile(URI uri) {
        this.uri = uri;
    }

    @Override
    public String[] childNames(int options, IProgressMonitor monitor) {
        return EMPTY_STRING_ARRAY;
    }

    @Override
    public IFileInfo fetchInfo(int options, IProgressMonitor monitor) {
        FileInfo info = new FileInfo(getName());
        LiveDocument.at(uri).ifPresent(document -> {
            info.setExists(true);
            info.setLastModified(document.stamp());
            info.setLength(document.text().getBytes(StandardCharsets.UTF_8).length);
        });
        return info;
    }

    @Override
    public IFileStore getChild(String name) {
        return EFS.getNullFileSystem().getStore(URI.create(uri + "/"));
    }

    @Override
    public String getName() {
        return LiveObject.of(uri).map(LiveObject::fileName).orElse(uri.toString());
    }

    @Override
    public IFileStore getParent() {
        return null;
    }

    @Override
    public InputStream openInputStream(int options, IProgressMonitor monitor) throws CoreException {
        return new ByteArrayInputStream(document().text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public OutputStream openOutputStream(int options, IProgressMonitor monitor) throws CoreException {
        LiveDocument document = document();
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                document.keep(toString(StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public URI toURI() {
        return uri;
    }

    private LiveDocument document() throws CoreException {
        return LiveDocument.at(uri).orElseThrow(() -> new CoreException(Status.error(Texts.get("not-open", getName()))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiveFile that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }
}
