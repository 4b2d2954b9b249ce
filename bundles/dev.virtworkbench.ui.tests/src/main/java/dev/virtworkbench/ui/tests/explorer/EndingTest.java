package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The workbench ends with nothing that was typed into documents of hosts lost unasked. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class EndingTest {

    private static final String HOST = "test:///default";

    private List<Domain> domains;

    @BeforeEach
    void define() {
        Host host = VirtWorkbench.get().contents().add(HOST);
        Ui.await("connected host", () -> host.status().state() == HostState.CONNECTED);
        domains = List.of("first", "second").stream().map(name -> host.domains().define("<domain type='test'><name>" + name
                + "</name><memory>65536</memory><os><type>hvm</type></os></domain>", true).await()).toList();
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
}
