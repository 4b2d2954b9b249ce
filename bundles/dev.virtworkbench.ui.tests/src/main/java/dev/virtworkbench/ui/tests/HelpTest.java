package dev.virtworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** F1 leads from what has the keyboard to pages that there are. */
@ExtendWith(FreshWorkbench.class)
class HelpTest {

    private static final String HELP = "dev.virtworkbench.help";

    @Test
    void everyContextHasWordsAndPages() {
        for (HelpContext each : HelpContext.values()) {
            IContext context = HelpSystem.getContext(each.id());
            assertNotNull(context, each.id());
            assertTrue(!context.getText().isBlank(), each.id());
            assertTrue(context.getRelatedTopics().length > 0, each.id());
            for (IHelpResource topic : context.getRelatedTopics()) {
                String page = topic.getHref().replaceFirst("^/" + HELP + '/', "");
                assertNotNull(Platform.getBundle(HELP).getEntry(page), topic.getHref());
                assertNotNull(Platform.getBundle(HELP).getEntry("nl/zh/CN/" + page), topic.getHref());
            }
        }
    }

    @Test
    void theExplorerHasItsContext() {
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        Control tree = Ui.get(() -> ((TreeViewer) view.getSite().getSelectionProvider()).getControl());
        assertEquals(HelpContext.EXPLORER.id(), Ui.get(() -> Stream.iterate(tree, Control::getParent)
                .map(control -> control.getData("org.eclipse.ui.help")).filter(id -> id != null).findFirst().orElseThrow()));
    }

    @Test
    void theFirstPageOpensInThePersonsBrowser(@TempDir Path folder) throws IOException {
        Path opened = folder.resolve("opened");
        Path browser = folder.resolve("browser");
        Files.writeString(browser, "#!/bin/sh\nprintf %s \"$1\" >'" + folder + "/writing' && mv '" + folder + "/writing' '" + opened + "'\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        Path applications = Files.createDirectories(Path.of(System.getProperty("virtworkbench.desktop"), "applications"));
        Path entry = applications.resolve("browser.desktop");
        Path chosen = applications.resolve("mimeapps.list");
        Files.writeString(entry, "[Desktop Entry]\nType=Application\nName=Browser\nExec=" + browser + " %u\nMimeType=text/html;\n");
        Files.writeString(chosen, "[Default Applications]\ntext/html=browser.desktop\n");
        try {
            Ui.run(() -> FreshWorkbench.window().getService(IHandlerService.class).executeCommand(HELP + ".open", null));
            Ui.await("page in the browser", () -> Files.exists(opened));
            String page = Files.readString(opened);
            assertTrue(page.endsWith("/html/index.html"), page);
        } finally {
            Files.delete(entry);
            Files.delete(chosen);
        }
    }
}
