package dev.virtworkbench.explorer.wizards;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** Makes a file in the workspace with the beginnings of a document, and opens it. */
public final class FileWizard extends Wizard implements INewWizard {

    private IWorkbench workbench;
    private FilePage page;

    private final Optional<String> text;

    public FileWizard() {
        this(Optional.empty());
    }

    /** @param text what the file begins with; empty to choose it */
    FileWizard(Optional<String> text) {
        this.text = text;
        setWindowTitle(Texts.get("file.title"));
    }

    @Override
    public void init(IWorkbench opener, IStructuredSelection selection) {
        workbench = opener;
        page = new FilePage(selection, text);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        IFile file = page.createNewFile();
        if (file == null) {
            return false;
        }
        try {
            IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
        } catch (PartInitException e) {
            Platform.getLog(getClass()).error("a new file could not be opened", e);
        }
        return true;
    }
}
