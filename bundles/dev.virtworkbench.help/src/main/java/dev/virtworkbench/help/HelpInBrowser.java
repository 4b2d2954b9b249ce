package dev.virtworkbench.help;

import java.io.IOException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.help.AbstractHelpUI;

/** Help in a workbench without a help system of its own: the pages in the person's browser, those for what has the keyboard by F1. */
public final class HelpInBrowser extends AbstractHelpUI {

    @Override
    public void displayHelp() {
        displayHelpResource(Pages.resource(Pages.FIRST));
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        IHelpResource[] topics = context.getRelatedTopics();
        displayHelpResource(topics.length == 0 ? Pages.resource(Pages.FIRST) : topics[0].getHref());
    }

    @Override
    public void displayHelpResource(String href) {
        try {
            Pages.open(href);
        } catch (IOException | PartInitException e) {
            ILog.of(HelpInBrowser.class).error("the help page " + href + " could not be opened in a browser", e);
        }
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }
}
