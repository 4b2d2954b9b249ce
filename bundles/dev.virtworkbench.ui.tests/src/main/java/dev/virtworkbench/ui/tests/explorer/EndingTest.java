package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.live.UnsavedTexts;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The workbench ends with nothing that was typed into documents of hosts lost unasked. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class EndingTest {

    private static final String HOST = "test:///default";
    private static final String PASSWORD = "geheim";

    private List<Domain> domains;

    @BeforeEach
    void define() {
        Host host = VirtWorkbench.get().contents().add(HOST);
        Ui.await("connected host", () -> host.status().state() == HostState.CONNECTED);
        domains = List.of("first", "second").stream().map(name -> host.domains().define("<domain type='test'><name>" + name
                + "</name><memory>65536</memory><os><type>hvm</type></os><devices><graphics type='vnc' passwd='" + PASSWORD
                + "'/></devices></domain>", true).await()).toList();
    }

    @AfterEach
    void undefine() {
        domains.forEach(domain -> domain.undefine(Set.of()).await());
    }

    @Test
    void endingListsWhatIsNotAppliedAndCancelKeepsItAll() {
        LiveEditor first = LiveEditor.open(HOST, "Domains", "first").replace("</name>", "</name><title>typed</title>");
        LiveEditor second = LiveEditor.open(HOST, "Domains", "second").replace("</name>", "</name><title>too</title>");
        Ui.start(() -> PlatformUI.getWorkbench().close());
        Shell question = Widgets.shell("Save Resources");
        Table unsaved = Widgets.find(question, Table.class, "what is not saved", table -> table.getItemCount() == 2);
        assertEquals(List.of("first.xml  [first on " + HOST + ']', "second.xml  [second on " + HOST + ']'),
                Ui.get(() -> Arrays.stream(unsaved.getItems()).map(TableItem::getText).sorted().toList()));
        Screenshots.take("ending-unsaved");
        Widgets.press(Widgets.button(question, "Cancel"));
        Ui.await("closed question", question::isDisposed);
        assertTrue(first.dirty() && second.dirty());
        assertTrue(first.content().contains("<title>typed</title>") && second.content().contains("<title>too</title>"));
    }

    /** Nobody can be asked when the process is killed; what keeps the texts then is the same. */
    @Test
    void whatWasTypedStandsThereAgainAfterAnEndFromOutside(@TempDir Path folder) throws IOException {
        LiveEditor first = LiveEditor.open(HOST, "Domains", "first").replace("</name>", "</name><title>typed</title>");
        LiveEditor.open(HOST, "Domains", "second");
        UnsavedTexts unsaved = new UnsavedTexts(folder.resolve("unsaved"));
        Ui.run(unsaved::keep);
        Ui.run(() -> FreshWorkbench.page().closeAllEditors(false));
        String kept = Files.readString(only(folder.resolve("unsaved")));
        assertTrue(kept.contains("typed") && !kept.contains(PASSWORD), kept);

        Ui.start(unsaved::reopen);
        Shell told = Widgets.shell("Documents That Were Not Applied");
        Screenshots.take("ending-unsaved-again");
        Widgets.press(Widgets.button(told, "OK"));
        LiveEditor again = LiveEditor.await("first.xml");
        assertTrue(again.dirty() && again.content().contains("<title>typed</title>"), again::content);
        assertEquals(1, Ui.get(() -> FreshWorkbench.page().getEditorReferences().length), "what was not typed into");
        try (Stream<Path> files = Files.list(folder.resolve("unsaved"))) {
            assertEquals(0, files.count());
        }
        again.save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        again.awaitClean();
        String now = domains.getFirst().xml(true, true).await();
        assertTrue(now.contains("<title>typed</title>") && now.contains(PASSWORD), "the password is what it was");
        assertEquals(now, again.content());
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all::toString);
            return all.getFirst();
        }
    }
}
