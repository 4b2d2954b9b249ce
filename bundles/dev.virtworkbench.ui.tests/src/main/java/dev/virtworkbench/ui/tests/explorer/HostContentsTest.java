package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.Node;
import dev.virtworkbench.explorer.view.VolumeRelisting;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was read of a host is read again where something has changed or somebody looks, and nowhere else. */
@ExtendWith(FreshWorkbench.class)
class HostContentsTest {

    private final Queue<String> listed = new ConcurrentLinkedQueue<>();
    private final JobListener listener = job -> {
        if (job.operation() == Operation.VOLUME_LIST && job.state() == JobState.WAITING) {
            listed.add(job.name().arguments().getFirst().toString());
        }
    };
    private SimulatedHost simulated;
    private HostContents contents;

    @BeforeEach
    void connect() {
        simulated = SimulatedHost.with(2, 3);
        Host host = simulated.host();
        contents = VirtWorkbench.get().contents().of(host);
        Ui.await("pools", () -> contents.pools().latest().map(List::size).orElse(0) == 3);
        VirtWorkbench.get().engine().jobs().addListener(listener);
    }

    @AfterEach
    void forget() {
        VirtWorkbench.get().engine().jobs().removeListener(listener);
        simulated.close();
    }

    private PoolSummary read(String name) {
        PoolSummary pool = contents.pools().latest().orElseThrow().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        contents.volumes(pool).again();
        Ui.await("volumes of " + name, () -> contents.volumes(pool).complete());
        return pool;
    }

    @Test
    void aVolumeThatWasAppliedHasItsOwnPoolListedAgainOnly() {
        PoolSummary pool = read("pool-000");
        read("pool-001");
        listed.clear();
        contents.readVolumesAgain(pool.uuid());
        assertEquals(List.of("pool-000"), List.copyOf(listed));
    }

    @Test
    void whatAHostDoesNotOfferHasNoRow() {
        String uri = simulated.host().uri();
        Ui.await("answer about secrets", () -> contents.lacking().equals(List.of(Node.Kind.SECRETS)));
        TreeItem row = Widgets.row(LiveEditor.tree(), uri);
        Ui.await("rows of what there is", () -> Arrays.stream(row.getItems()).map(TreeItem::getText).toList()
                .equals(List.of("Storage pools", "Domains", "Networks")));
        Composite page = PropertiesTest.pageOf(uri);
        Widgets.find(page, Text.class, "what it lacks", text -> text.getText().equals("Secrets"));
    }

    @Test
    void theDisksOfADomainGoWithIt() {
        Domain domain = simulated.host().domains().define(
                "<domain type='test'><name>gone</name><memory>65536</memory><os><type>hvm</type></os></domain>", true).await();
        DomainSummary summary = Ui.find("domain", () -> contents.domains().latest().orElse(List.of()).stream()
                .filter(each -> each.uuid().equals(domain.uuid())).findFirst());
        contents.disks(summary).again();
        Ui.await("disks", () -> contents.disks(summary).complete());
        domain.undefine(Set.<Undefine>of()).await();
        Ui.await("nothing known of them", () -> contents.disks(summary).latest().isEmpty());
    }

    @Test
    void volumesAreListedAgainNowAndThenWhereTheyAreSeenOnly() {
        OfPool pool = new OfPool(simulated.host(), read("pool-000"));
        Deque<Runnable> clock = new ArrayDeque<>();
        List<Shell> shells = new ArrayList<>();
        Ui.run(() -> {
            Shell shell = new Shell(Ui.display(), SWT.TOOL);
            shells.add(shell);
            Composite view = new Composite(shell, SWT.NONE);
            VolumeRelisting relisting = new VolumeRelisting(view, () -> List.of(pool), clock::add);
            listed.clear();
            clock.remove().run();
            assertEquals(List.of(), List.copyOf(listed), "nobody sees them");
            shell.open();
            clock.remove().run();
            assertEquals(List.of("pool-000"), List.copyOf(listed));
            relisting.focused();
            assertEquals(List.of("pool-000"), List.copyOf(listed), "they were listed a moment ago");
            shell.dispose();
            clock.remove().run();
            assertEquals(List.of("pool-000"), List.copyOf(listed), "the view is closed");
            assertEquals(0, clock.size());
        });
    }
}
