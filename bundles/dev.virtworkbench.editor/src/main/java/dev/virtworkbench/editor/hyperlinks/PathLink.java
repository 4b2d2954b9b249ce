package dev.virtworkbench.editor.hyperlinks;

import dev.virtworkbench.language.reading.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IRegion;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/**
 * A link to a file or a web page. Web pages open in the browser and XML files in an editor; of everything else, images above all, the
 * folder is shown: no editor reads them.
 *
 * @param region what is underlined
 * @param target a {@code file:}, {@code http:} or {@code https:} URI
 */
record PathLink(IRegion region, URI target) implements Link {

    /** Enough of a file to tell whether it begins as XML does, in bytes. */
    private static final int BEGINNING = 256;

    @Override
    public String getHyperlinkText() {
        return Texts.open(isFile() ? file().toString() : target.toString());
    }

    @Override
    public void open() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            if (!isFile()) {
                Program.launch(target.toString());
            } else if (Files.notExists(file())) {
                say(window, Texts.missing(file().toString()));
            } else if (Files.isRegularFile(file()) && isMarkup(file())) {
                IDE.openEditorOnFileStore(window.getActivePage(), EFS.getLocalFileSystem().getStore(target));
            } else {
                Program.launch((Files.isDirectory(file()) ? file() : file().getParent()).toString());
            }
        } catch (PartInitException | IOException e) {
            say(window, Texts.unreadable(file().toString(), e.getLocalizedMessage()));
        }
    }

    private boolean isFile() {
        return "file".equals(target.getScheme());
    }

    private Path file() {
        return Path.of(target);
    }

    private static boolean isMarkup(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DocumentReader.beginsAsMarkup(in.readNBytes(BEGINNING));
        }
    }

    private static void say(IWorkbenchWindow window, String message) {
        MessageDialog.openInformation(window.getShell(), Texts.TITLE, message);
    }
}
