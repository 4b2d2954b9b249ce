package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.networks.Network;
import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.views.properties.PropertySheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Properties view tells about what is selected in the explorer. */
@ExtendWith(FreshWorkbench.class)
class PropertiesTest {

    private static final String HOST = "test:///default";

    @Test
    @Tag(Screenshots.TAG)
    void aPoolHasGeneralFactsACapacityAndXml() {
        Composite page = pageOf(HOST, "Storage pools", "default-pool");
        choose(page, "General");
        Widgets.find(page, Text.class, "the pool's path", text -> text.getText().equals("/default-pool"));
        Screenshots.take("properties-general");
        choose(page, "Capacity");
        Widgets.find(page, org.eclipse.swt.widgets.Label.class, "the pool's capacity", label -> label.getText().contains("100 GiB"));
        Screenshots.take("properties-capacity");
        choose(page, "XML");
        StyledText xml = Widgets.find(page, StyledText.class, "XML", text -> text.getText().startsWith("<pool"));
        assertTrue(Ui.get(xml::getText).contains("<name>default-pool</name>"));
        Screenshots.take("properties-xml");
    }

    @Test
    void aDomainHasXmlToo() {
        Composite page = pageOf(HOST, "Domains", "test");
        choose(page, "XML");
        Widgets.find(page, StyledText.class, "XML", text -> text.getText().startsWith("<domain"));
    }

    @Test
    void theHistoryHasWhatIsAppliedMeanwhile() throws IOException {
        Composite page = pageOf(HOST, "Domains", "test");
        choose(page, "History");
        Table entries = Widgets.find(page, Table.class, "history", table -> table.isVisible());
        Ui.settle();
        UUID uuid = VirtWorkbench.get().engine().host(HOST).orElseThrow().domains().list().await().getFirst().uuid();
        Instant when = Instant.now();
        VirtWorkbench.get().history().add(new Applied(when, HOST, DocumentKind.DOMAIN, "test", uuid, Optional.empty(), ApplyMode.DEFINE, Optional.empty(),
                "<domain/>", List.of(), List.of(), true, List.of()));
        String shown = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault()).format(when);
        Ui.await("what was applied", () -> entries.getItemCount() > 0 && entries.getItem(0).getText().equals(shown));
    }

    @Test
    void whatIsNotSeenIsNotAskedFor() {
        Composite page = pageOf(HOST, "Networks", "default");
        choose(page, "XML");
        Widgets.find(page, StyledText.class, "XML", text -> text.getText().startsWith("<network"));
        choose(page, "General");
        Queue<Operation> asked = new ConcurrentLinkedQueue<>();
        JobListener listener = job -> asked.add(job.operation());
        VirtWorkbench.get().engine().jobs().addListener(listener);
        try {
            Host host = VirtWorkbench.get().engine().host(HOST).orElseThrow();
            Network network = host.networks().lookup("default").await();
            network.stop().await();
            Widgets.find(page, Text.class, "new state", text -> text.getText().equals("inactive"));
            network.start().await();
            Widgets.find(page, Text.class, "old state", text -> text.getText().equals("active"));
            assertFalse(asked.contains(Operation.NETWORK_XML), asked::toString);
            choose(page, "XML");
            Ui.await("XML read when it is to be seen", () -> asked.contains(Operation.NETWORK_XML));
        } finally {
            VirtWorkbench.get().engine().jobs().removeListener(listener);
        }
    }

    static Composite pageOf(String... path) {
        PropertySheet properties = FreshWorkbench.view(IPageLayout.ID_PROP_SHEET, PropertySheet.class);
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        Tree tree = Ui.get(() -> (Tree) ((org.eclipse.jface.viewers.TreeViewer) view.getSite().getSelectionProvider()).getControl());
        Widgets.select(tree, path);
        Ui.await("properties", () -> properties.getCurrentPage().getClass().getSimpleName().equals("TabbedPropertySheetPage"));
        return Ui.get(() -> (Composite) properties.getCurrentPage().getControl());
    }

    /** The tabs are drawn by the view itself: they are canvases that know their labels. */
    static void choose(Composite page, String tab) {
        Canvas element = Widgets.find(page, Canvas.class, "tab " + tab, canvas -> canvas.toString().equals(tab)
                || Arrays.asList(canvas.toString().split("[\\[\\]]")).contains(tab));
        Ui.run(() -> {
            Event click = new Event();
            click.button = 1;
            element.notifyListeners(SWT.MouseUp, click);
        });
        Ui.settle();
    }
}
