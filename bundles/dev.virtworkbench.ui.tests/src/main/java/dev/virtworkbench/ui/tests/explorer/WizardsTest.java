package dev.virtworkbench.ui.tests.explorer;

import static dev.virtworkbench.ui.tests.explorer.Wizard.choose;
import static dev.virtworkbench.ui.tests.explorer.Wizard.combo;
import static dev.virtworkbench.ui.tests.explorer.Wizard.field;
import static dev.virtworkbench.ui.tests.explorer.Wizard.filled;
import static dev.virtworkbench.ui.tests.explorer.Wizard.next;
import static dev.virtworkbench.ui.tests.explorer.Wizard.open;
import static dev.virtworkbench.ui.tests.explorer.Wizard.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.wizards.Template;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is stated in fields is seen as XML, may be edited, and comes to be on the host. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class WizardsTest {

    private static final String HOST = "test:///default";

    private Host host;

    @BeforeEach
    void connect() {
        host = VirtWorkbench.get().engine().host(HOST).orElseThrow();
        Ui.await("connected host", () -> host.status().state().name().equals("CONNECTED"));
    }

    @Test
    void aHostThatDoesNotTellIsNotWaitedForForEver() {
        try (SimulatedHost silent = SimulatedHost.with(1, 0).connected()) {
            Shell wizard = open("volume", "New Volume");
            silent.host().disconnect();
            Ui.await("disconnected host", () -> silent.host().status().state().name().equals("DISCONNECTED"));
            Combo hosts = Widgets.labelled(wizard, "Host", Combo.class);
            Ui.run(() -> {
                hosts.select(hosts.indexOf(Arrays.stream(hosts.getItems()).filter(item -> item.contains(silent.host().uri())).findFirst().orElseThrow()));
                hosts.notifyListeners(SWT.Selection, new Event());
            });
            Ui.await("why there are no pools", () -> ((WizardDialog) wizard.getData()).getCurrentPage().getErrorMessage().contains("not connected"));
            Screenshots.take("wizard-unanswered");
            Widgets.press(Widgets.button(wizard, "Cancel"));
        }
    }

    @Test
    void withoutAHostThereIsNothingToChooseFrom() {
        Ui.run(() -> VirtWorkbench.get().contents().remove(host));
        try {
            Shell wizard = open("domain", "New Domain");
            Button choose = Widgets.button(wizard, "Choose Volume…");
            assertFalse(Ui.get(choose::isEnabled));
            assertFalse(Ui.get(Widgets.button(wizard, "Next >")::isEnabled));
            Screenshots.take("wizard-no-host");
            Widgets.press(Widgets.button(wizard, "Cancel"));
        } finally {
            Ui.run(() -> VirtWorkbench.get().contents().add(HOST));
        }
    }

    @Test
    void aPoolIsStatedSeenEditedAndMade() {
        Shell wizard = open("pool", "New Storage Pool");
        field(wizard, "Name:", "R&D 'images'");
        field(wizard, "Target path:", "/srv/images");
        Screenshots.take("wizard-pool");
        StyledText xml = next(wizard);
        assertTrue(Ui.get(xml::getText).contains("<name>R&amp;D &apos;images&apos;</name>"));
        Screenshots.take("wizard-pool-xml");
        Button finish = Widgets.button(wizard, "Finish");
        Ui.await("can finish", finish::isEnabled);
        Ui.run(() -> xml.setText(xml.getText().replace("</name>", "</nam>")));
        Ui.await("broken XML cannot be sent", () -> !finish.isEnabled());
        Widgets.find(wizard, Table.class, "what is wrong", table -> table.getItemCount() > 0);
        Screenshots.take("wizard-pool-xml-broken");
        Ui.run(() -> xml.setText(xml.getText().replace("</nam>", "</name>").replace("/srv/images", "/srv/edited")));
        Ui.await("can finish again", finish::isEnabled);
        Widgets.press(Widgets.button(wizard, "< Back"));
        field(wizard, "Name:", "another");
        StyledText again = next(wizard);
        assertTrue(Ui.get(again::getText).contains("/srv/edited"), "what was edited counts");
        Screenshots.take("wizard-pool-xml-edited");
        Widgets.press(finish);
        Ui.await("closed wizard", wizard::isDisposed);
        Tree tree = LiveEditor.tree();
        Ui.await("new pool selected in the tree", () -> Arrays.stream(tree.getSelection()).anyMatch(row -> row.getText().startsWith("R&D 'images'")));
        PoolSummary made = pool("R&D 'images'").orElseThrow();
        try {
            assertEquals("/srv/edited", made.targetPath());
            assertTrue(made.state().active());
        } finally {
            forget(made);
        }
    }

    @Test
    void whatAWizardMadeStandsInTheHistoryWhichUndefinesIt() throws IOException {
        Shell wizard = open("pool", "New Storage Pool");
        field(wizard, "Name:", "for-history");
        field(wizard, "Target path:", "/srv/history");
        next(wizard);
        Button finish = Widgets.button(wizard, "Finish");
        Ui.await("can finish", finish::isEnabled);
        Widgets.press(finish);
        Ui.await("closed wizard", wizard::isDisposed);
        PoolSummary made = pool("for-history").orElseThrow();
        assertTrue(VirtWorkbench.get().history().entries().stream().anyMatch(entry -> entry.uuid().equals(made.uuid()) && entry.before().isEmpty()));
        Shell active = putBackTheNewest();
        Shell told = Ui.find("words about the state", () -> Arrays.stream(active.getShells()).filter(Shell::isVisible).findFirst());
        Widgets.find(told, Label.class, "what to do", label -> label.getText().contains("storage pool for-history") && label.getText().contains("stop it first"));
        Widgets.press(Widgets.button(told, "OK"));
        Widgets.press(Widgets.button(active, "Close"));
        host.pools().pool(made).stop().await();
        putBackTheNewest();
        Widgets.press(Widgets.button(Widgets.shell("Undefine Pool"), "Undefine Pool"));
        Ui.awaitHost("host without the pool", () -> pool("for-history").isEmpty());
    }

    private static Shell putBackTheNewest() {
        LiveEditor.tree();
        Ui.run(() -> LiveEditor.viewer().setSelection(StructuredSelection.EMPTY));
        Chosen.command("dev.virtworkbench.explorer.history");
        Shell history = Widgets.shell("History of What Was Applied");
        Table entries = Widgets.find(history, Table.class, "entries", any -> any.getItemCount() > 0);
        assertEquals("storage pool for-history made", Ui.get(() -> entries.getItem(0).getText(1) + ' ' + entries.getItem(0).getText(2)));
        Widgets.press(Widgets.button(history, "Put Back…"));
        return history;
    }

    @Test
    void whatWasEditedIsWrittenAnewOnlyOnDemand() {
        Shell wizard = open("pool", "New Storage Pool");
        field(wizard, "Name:", "images");
        field(wizard, "Target path:", "/srv/images");
        StyledText xml = next(wizard);
        String written = Ui.get(xml::getText);
        Ui.run(() -> xml.setText(xml.getText().replace("/srv", "/mnt")));
        Widgets.press(Widgets.button(wizard, "Write Anew from the Fields"));
        Ui.await("as the fields have it", () -> xml.getText().equals(written));
        Widgets.press(Widgets.button(wizard, "< Back"));
        field(wizard, "Name:", "others");
        Widgets.press(Widgets.button(wizard, "Next >"));
        Ui.await("as the fields have it now", () -> xml.getText().contains("<name>others</name>"));
    }

    @Test
    void whatLibvirtRefusesIsToldInTheWizardAndNothingIsLost() {
        Shell wizard = open("pool", "New Storage Pool");
        field(wizard, "Name:", "default-pool");
        field(wizard, "Target path:", "/srv/images");
        StyledText xml = next(wizard);
        Button finish = Widgets.button(wizard, "Finish");
        Widgets.press(finish);
        Widgets.find(wizard, Text.class, "why not", text -> text.getText().contains("has a pool of that name"));
        assertFalse(Ui.get(wizard::isDisposed));
        Screenshots.take("wizard-pool-refused");
        Ui.run(() -> xml.setText(xml.getText().replace("default-pool", "another")));
        Widgets.press(finish);
        Ui.await("closed wizard", wizard::isDisposed);
        forget(pool("another").orElseThrow());
    }

    @Test
    void everyTypeOfPoolHasAnExampleWithoutFindings() {
        Shell wizard = open("pool", "New Storage Pool");
        int types = Ui.get(combo(wizard, "Type:")::getItemCount);
        assertEquals(14, types);
        for (int i = 0; i < types; i++) {
            int at = i;
            choose(combo(wizard, "Type:"), at);
            Widgets.press(Widgets.button(wizard, "Fill In an Example"));
            String type = Ui.get(combo(wizard, "Type:")::getText).split(" ")[0];
            if (Set.of("iscsi", "rbd").contains(type)) {
                Screenshots.take("wizard-pool-" + type);
            }
            StyledText xml = next(wizard);
            Ui.await("XML of " + type, () -> xml.getText().contains("<pool type='" + type + "'>"));
            Ui.await("judged " + type, Widgets.button(wizard, "Finish")::isEnabled);
            assertEquals(0, Ui.get(Widgets.find(wizard, Table.class, "findings", table -> true)::getItemCount), type);
            Widgets.press(Widgets.button(wizard, "< Back"));
        }
    }

    @Test
    void aVolumeIsMadeInTheSelectedPool() {
        Shell wizard = open("volume", "New Volume");
        filled(combo(wizard, "Pool:"), 1);
        field(wizard, "Name:", "it's new.qcow2");
        field(wizard, "Capacity:", "300");
        Screenshots.take("wizard-volume");
        Widgets.find(wizard, Text.class, "warning", text -> text.getText().contains("300 GiB is more than is free"));
        field(wizard, "Capacity:", "3");
        Screenshots.take("wizard-volume-fits");
        StyledText xml = next(wizard);
        Screenshots.take("wizard-volume-xml");
        Ui.run(() -> xml.setText(xml.getText().replaceFirst("(<allocation[^>]*>)0<", "$13<")));
        Widgets.press(Widgets.button(wizard, "Finish"));
        Ui.await("closed wizard", wizard::isDisposed);
        TreeItem row = Widgets.row(LiveEditor.tree(), HOST, "Storage pools", "default-pool");
        Ui.await("a fuller pool", () -> row.getText().contains("97 GiB of 100 GiB"));
        PoolSummary pool = pool("default-pool").orElseThrow();
        VolumeSummary made = host.pools().pool(pool).volumeSummaries().await().getFirst();
        try {
            assertEquals("it's new.qcow2", made.name());
            assertEquals(3L << 30, made.capacity());
        } finally {
            host.pools().pool(pool).volume(made.name()).delete().await();
        }
    }

    @Test
    void aDomainIsMadeFromAnImage() {
        Shell wizard = open("domain", "New Domain from an Image");
        filled(combo(wizard, "Architecture:"), 1);
        filled(combo(wizard, "Network:"), 3);
        field(wizard, "Name:", "from image");
        field(wizard, "Image:", "/srv/images/base.qcow2");
        Screenshots.take("wizard-domain");
        StyledText xml = next(wizard);
        assertTrue(Ui.get(xml::getText).contains("<domain type='test'>"));
        Screenshots.take("wizard-domain-xml");
        Widgets.press(Widgets.button(wizard, "Finish"));
        Ui.await("closed wizard", wizard::isDisposed);
        host.domains().lookup("from image").await().undefine(Set.of()).await();
    }

    @Test
    void aHostIsComposedTriedAndAdded() {
        Shell wizard = open("host", "New Host");
        choose(combo(wizard, "Connect to:"), 2);
        field(wizard, "Host:", "kvm.example.com");
        field(wizard, "User:", "root");
        assertEquals("qemu+ssh://root@kvm.example.com/system", Ui.get(text(wizard, "URI:")::getText));
        Screenshots.take("wizard-host");
        field(wizard, "URI:", "qemu+unix:///system?socket=/nowhere/libvirt-sock");
        Widgets.press(Widgets.button(wizard, "Test Connection"));
        Widgets.find(wizard, Text.class, "why not", text -> text.getText().contains("/nowhere/libvirt-sock': No such file"));
        Screenshots.take("wizard-host-failed");
        field(wizard, "URI:", "test:///default?second");
        Widgets.press(Widgets.button(wizard, "Test Connection"));
        Widgets.find(wizard, Text.class, "success", text -> text.getText().contains("answers"));
        Widgets.press(Widgets.button(wizard, "Finish"));
        Ui.await("closed wizard", wizard::isDisposed);
        Host added = VirtWorkbench.get().engine().host("test:///default?second").orElseThrow();
        Ui.run(() -> VirtWorkbench.get().removeHost(added));
    }

    @Test
    void aVolumeBeginsWithTheContentsOfAnother() {
        try (SimulatedHost many = SimulatedHost.with(1, 3)) {
            Ui.await("connected host", () -> many.host().status().state().name().equals("CONNECTED"));
            List<JobState> copied = new CopyOnWriteArrayList<>();
            JobListener told = job -> {
                if (job.operation() == Operation.VOLUME_CREATE_FROM) {
                    copied.add(job.state());
                }
            };
            VirtWorkbench.get().engine().jobs().addListener(told);
            Shell wizard = open("volume", "New Volume");
            Combo hosts = combo(wizard, "Host:");
            choose(hosts, Ui.get(() -> List.of(hosts.getItems()).indexOf(many.host().uri() + " (simulated)")));
            choose(combo(wizard, "Pool:"), SimulatedHost.FULL_POOL);
            field(wizard, "Name:", "copy.qcow2");
            field(wizard, "Capacity:", "1");
            Combo unit = Widgets.labelled(wizard, "Capacity:", Combo.class);
            choose(unit, 1);
            Widgets.press(Widgets.button(wizard, "Copy From…"));
            Shell chooser = Widgets.shell("Choose a Volume");
            Widgets.find(chooser, Table.class, "volumes", table -> table.getItemCount() == 3);
            Widgets.press(Widgets.button(chooser, "OK"));
            Ui.await("room for the contents", () -> unit.getText().equals("GiB"));
            Screenshots.take("wizard-volume-contents");
            next(wizard);
            Widgets.press(Widgets.button(wizard, "Finish"));
            Ui.await("closed wizard", wizard::isDisposed);
            VirtWorkbench.get().engine().jobs().removeListener(told);
            assertTrue(copied.contains(JobState.DONE), copied::toString);
            Widgets.row(LiveEditor.tree(), many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL, "copy.qcow2");
        }
    }

    @Test
    void anImageIsOneOfTheVolumesOfTheHost() {
        try (SimulatedHost many = SimulatedHost.with(1, 300)) {
            Ui.await("connected host", () -> many.host().status().state().name().equals("CONNECTED"));
            Shell wizard = open("domain", "New Domain from an Image");
            Combo hosts = combo(wizard, "Host:");
            choose(hosts, Ui.get(() -> List.of(hosts.getItems()).indexOf(many.host().uri() + " (simulated)")));
            filled(combo(wizard, "Architecture:"), 1);
            field(wizard, "Name:", "from volume");
            Widgets.press(Widgets.button(wizard, "Choose Volume…"));
            Shell chooser = Widgets.shell("Choose a Volume");
            Table volumes = Widgets.find(chooser, Table.class, "volumes", table -> table.getItemCount() == 300);
            Text filter = Widgets.find(chooser, Text.class, "filter", field -> (field.getStyle() & SWT.READ_ONLY) == 0);
            Ui.run(() -> filter.setText("*00123"));
            Ui.await("the one", () -> volumes.getItemCount() == 1);
            Screenshots.take("wizard-volume-chooser");
            Widgets.press(Widgets.button(chooser, "OK"));
            Ui.await("chosen", chooser::isDisposed);
            StyledText xml = next(wizard);
            assertTrue(Ui.get(xml::getText).contains("<source pool='" + SimulatedHost.FULL_POOL + "' volume='disk-00123.qcow2'/>"));
        }
    }

    @Test
    void aFileBeginsWithADocumentOfItsKind() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("guests");
        Ui.run(() -> {
            project.create(null);
            project.open(null);
        });
        Shell wizard = wizard("file", "New libvirt XML File", project);
        Combo document = combo(wizard, "Document:");
        choose(document, 3);
        Screenshots.take("wizard-file");
        Widgets.press(Widgets.button(wizard, "Finish"));
        Ui.await("open file", () -> FreshWorkbench.page().getActiveEditor() != null
                && FreshWorkbench.page().getActiveEditor().getTitle().equals("network.xml"));
        assertTrue(project.getFile("network.xml").exists());
        for (Template template : Template.values()) {
            var findings = VirtWorkbench.get().language().readAs(template.kind(), "", template.text()).findings(WorkspaceFacts.NONE);
            assertEquals(List.of(), findings.stream().filter(finding -> finding.severity() != Severity.HINT).toList(), template::fileName);
        }
    }

    @Test
    void theSamplesBecomeAProject() {
        Shell wizard = wizard("samples", "New Samples Project", ResourcesPlugin.getWorkspace().getRoot());
        Screenshots.take("wizard-samples");
        Widgets.press(Widgets.button(wizard, "Finish"));
        Ui.await("closed wizard", wizard::isDisposed);
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("samples");
        assertTrue(project.getFile("pools/dir.xml").exists());
        assertTrue(project.getFile("README.md").exists());
    }

    /** Opens a wizard that has no command of its own, as the menu New does. */
    private static Shell wizard(String what, String title, Object selected) {
        Ui.start(() -> {
            IWorkbenchWizard wizard = PlatformUI.getWorkbench().getNewWizardRegistry()
                    .findWizard("dev.virtworkbench.explorer.new." + what).createWizard();
            wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(selected));
            new WizardDialog(FreshWorkbench.window().getShell(), wizard).open();
        });
        return Widgets.shell(title);
    }

    private Optional<PoolSummary> pool(String name) {
        return host.pools().list().await().stream().filter(pool -> pool.name().equals(name)).findFirst();
    }

    private void forget(PoolSummary pool) {
        host.pools().pool(pool).stop().await();
        host.pools().pool(pool).undefine().await();
    }
}
