package dev.virtworkbench.help;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The pages of this bundle in the person's browser. */
final class Pages {

    /** Where reading begins. */
    static final String FIRST = "html/index.html";

    private static final Bundle BUNDLE = FrameworkUtil.getBundle(Pages.class);

    private Pages() { }

    /** Where a help system has the page. */
    static String resource(String page) {
        return '/' + BUNDLE.getSymbolicName() + '/' + page;
    }

    /** Opens a page in the person's language, with those it links to beside it. On the UI thread. @param resource as {@link #resource} has it */
    static void open(String resource) throws IOException, PartInitException {
        String page = resource.replaceFirst("^/" + BUNDLE.getSymbolicName() + '/', "");
        URL found = FileLocator.find(BUNDLE, new Path("$nl$/" + page));
        if (found == null) {
            throw new FileNotFoundException(resource);
        }
        URL file = FileLocator.toFileURL(found);
        // On Linux the platform knows but a few browsers, by their names; the desktop knows which one the person has chosen.
        if (!Program.launch(file.toExternalForm())) {
            PlatformUI.getWorkbench().getBrowserSupport().getExternalBrowser().openURL(file);
        }
    }
}
