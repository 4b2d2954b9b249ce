package dev.virtworkbench.editor.hyperlinks;

import dev.virtworkbench.editor.client.Answers;
import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.content.ReadOnlyText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Location;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** A schema file in an editor, to read: it is libvirt's, or part of this program. */
final class SchemaPage {

    private SchemaPage() { }

    /** Opens a place in a schema. On the UI thread. */
    static void open(Location place) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            ReadOnlyText page = new ReadOnlyText(place.getUri(), name(place.getUri()), place.getUri(), null, text(place.getUri()));
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
}
