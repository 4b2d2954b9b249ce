package dev.virtworkbench.editor.hyperlinks;

import dev.virtworkbench.editor.client.Answers;
import dev.virtworkbench.editor.client.OpenDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Location;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** A schema file in an editor, to read: it is libvirt's, or part of this program. Two are equal if they are of the same file. */
final class SchemaPage extends PlatformObject implements IStorageEditorInput, IEncodedStorage {

    private final String uri;
    private final String text;

    private SchemaPage(String uri, String text) {
        this.uri = uri;
        this.text = text;
    }

    /** Opens a place in a schema. On the UI thread. */
    static void open(Location place) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            SchemaPage page = new SchemaPage(place.getUri(), text(place.getUri()));
            ITextEditor editor = (ITextEditor) window.getActivePage().openEditor(page, EditorsUI.DEFAULT_TEXT_EDITOR_ID, true,
                    IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            int line = Math.min(place.getRange().getStart().getLine(), document.getNumberOfLines() - 1);
            editor.selectAndReveal(document.getLineOffset(line), document.getLineLength(line));
        } catch (PartInitException | IOException | BadLocationException e) {
            MessageDialog.openInformation(window.getShell(), Texts.TITLE, Texts.unreadable(name(place.getUri()), e.getLocalizedMessage()));
        }
    }

    /** The file's name. */
    static String name(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private static String text(String uri) throws IOException {
        return uri.startsWith("file:") ? Files.readString(Path.of(URI.create(uri)))
                : Answers.await(OpenDocuments.get().unopened().packedSchema(uri)).orElseThrow(() -> new IOException(uri));
    }

    @Override
    public IEncodedStorage getStorage() {
        return this;
    }

    @Override
    public InputStream getContents() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getCharset() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public IPath getFullPath() {
        return null;
    }

    @Override
    public String getName() {
        return name(uri);
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return uri;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaPage that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }
}
