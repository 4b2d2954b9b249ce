package dev.virtworkbench.help;

import java.io.IOException;
import java.net.URL;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.IWorkbenchHelpSystem;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Opens the first help page: in the help system where there is one, otherwise in the person's browser. */
public final class OpenHelp extends AbstractHandler {

    private static final String FIRST_PAGE = "html/index.html";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Bundle bundle = FrameworkUtil.getBundle(OpenHelp.class);
        IWorkbenchHelpSystem help = PlatformUI.getWorkbench().getHelpSystem();
        if (help.hasHelpUI()) {
            help.displayHelpResource("/" + bundle.getSymbolicName() + "/" + FIRST_PAGE);
            return null;
        }
        try {
            // the page in the person's language, with those it links to beside it
            URL page = FileLocator.toFileURL(FileLocator.find(bundle, new Path("$nl$/" + FIRST_PAGE)));
            PlatformUI.getWorkbench().getBrowserSupport().getExternalBrowser().openURL(page);
        } catch (IOException | PartInitException failure) {
            throw new ExecutionException(failure.getMessage(), failure);
        }
        return null;
    }
}
