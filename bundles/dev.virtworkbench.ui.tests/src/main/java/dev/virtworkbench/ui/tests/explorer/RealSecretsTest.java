package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.echo.EchoListener;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.PrivateLibvirtd;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets stand in the tree with what they are for, and never with what they are. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class RealSecretsTest {

    @Test
    void aSecretIsShownWithWhatItIsFor() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Host host = VirtWorkbench.get().contents().add(daemon.uri());
            try {
                Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
                Widgets.row(LiveEditor.tree(), daemon.uri(), "Secrets", "No secrets");
                SecretSummary secret = host.secrets().define("<secret ephemeral='no' private='yes'><description>the array</description>"
                        + "<usage type='iscsi'><target>san-chap</target></usage></secret>", true).await();
                TreeItem row = Widgets.row(LiveEditor.tree(), daemon.uri(), "Secrets", "san-chap");
                assertEquals("san-chap  iscsi, private", Ui.get(row::getText));
                Composite page = PropertiesTest.pageOf(daemon.uri(), "Secrets", "san-chap");
                PropertiesTest.choose(page, "General");
                Widgets.find(page, Text.class, "what it is", text -> text.getText().equals("the array"));
                Screenshots.take("secret");
                PropertiesTest.choose(page, "XML");
                StyledText xml = Widgets.find(page, StyledText.class, "XML", text -> text.getText().startsWith("<secret"));
                assertFalse(Ui.get(xml::getText).contains("<value"));
                Domain domain = host.domains().define(domainWith(secret), true).await();
                undefine(daemon.uri());
                Shell refusal = Widgets.shell("Undefine Secret: not possible now");
                Widgets.find(refusal, Label.class, "reason", label -> label.getText().contains("Domain “guarded” needs secret “san-chap”"));
                Widgets.press(Widgets.button(refusal, "OK"));
                Ui.await("closed refusal", refusal::isDisposed);
                domain.undefine(Set.of()).await();
                undefine(daemon.uri());
                Shell question = Widgets.shell("Undefine Secret");
                Screenshots.take("secret-undefine");
                Widgets.press(Widgets.button(question, "Undefine Secret"));
                Widgets.row(LiveEditor.tree(), daemon.uri(), "Secrets", "No secrets");
            } finally {
                VirtWorkbench.get().contents().remove(host);
            }
        }
    }

    @Test
    void aValueIsSetAndShownNowhere() throws IOException {
        List<String> commands = new CopyOnWriteArrayList<>();
        EchoListener echo = command -> commands.add(command.shell());
        VirtWorkbench.get().engine().echo().addListener(echo);
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Host host = VirtWorkbench.get().contents().add(daemon.uri());
            try {
                Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
                SecretSummary secret = host.secrets().define("<secret ephemeral='no' private='no'><usage type='iscsi'><target>san-chap</target>"
                        + "</usage></secret>", true).await();
                Shell wizard = poolNaming("san-chap", daemon.uri());
                Widgets.find(wizard, Text.class, "that it has no value", text -> text.getText().contains("Secret san-chap has no value yet"));
                Screenshots.take("wizard-pool-secret");
                Widgets.press(Widgets.button(wizard, "Cancel"));
                Shell dialog = setValue(daemon.uri());
                assertFalse(Ui.get(Widgets.button(dialog, "Set Value")::isEnabled), "nothing is typed");
                Text value = Widgets.labelled(dialog, "Value", Text.class);
                Text again = Widgets.labelled(dialog, "Again", Text.class);
                Combo encoding = Widgets.labelled(dialog, "Typed as", Combo.class);
                assertEquals("text", Ui.get(encoding::getText));
                assertEquals('•', Ui.get(value::getEchoChar));
                type(value, "opensesame-1");
                type(again, "opensesame-2");
                assertFalse(Ui.get(Widgets.button(dialog, "Set Value")::isEnabled), "not the same twice");
                Screenshots.take("secret-value-different");
                type(again, "opensesame-1");
                choose(encoding, 1);
                assertFalse(Ui.get(Widgets.button(dialog, "Set Value")::isEnabled), "no Base64");
                choose(encoding, 0);
                Screenshots.take("secret-value");
                Widgets.press(Widgets.button(dialog, "Set Value"));
                Ui.awaitHost("value", () -> host.secrets().withoutValue().await().isEmpty());
                assertEquals("b3BlbnNlc2FtZS0x", daemon.run("virsh", "-c", daemon.uri(), "secret-get-value", secret.uuid().toString()).strip());
                Ui.await("command that it amounts to", () -> commands.stream().anyMatch(command ->
                        command.endsWith("secret-set-value --interactive " + secret.uuid())));
                assertTrue(commands.stream().noneMatch(command -> command.contains("opensesame")), commands::toString);
                host.secrets().undefine(secret.uuid()).await();
            } finally {
                VirtWorkbench.get().contents().remove(host);
            }
        } finally {
            VirtWorkbench.get().engine().echo().removeListener(echo);
        }
    }

    @Test
    void aSecretIsStatedInFieldsSeenAsXmlAndGivenItsValueAtOnce() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Host host = VirtWorkbench.get().contents().add(daemon.uri());
            try {
                Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
                Shell wizard = Wizard.open("secret", "New Secret");
                Wizard.choose(Wizard.combo(wizard, "Host:"), daemon.uri());
                Wizard.choose(Wizard.combo(wizard, "For:"), "volume ");
                Wizard.field(wizard, "Usage:", "san-chap");
                assertFalse(Ui.get(Widgets.button(wizard, "Next >")::isEnabled), "no path");
                Wizard.choose(Wizard.combo(wizard, "For:"), "iscsi ");
                Wizard.field(wizard, "Description:", "the array");
                Widgets.press(Widgets.find(wizard, Button.class, "private", button -> button.getText().startsWith("libvirt hands the value to nobody")));
                Screenshots.take("wizard-secret");
                StyledText xml = Wizard.next(wizard);
                assertEquals("""
                        <secret ephemeral='no' private='no'>
                          <description>the array</description>
                          <usage type='iscsi'>
                            <target>san-chap</target>
                          </usage>
                        </secret>
                        """, Ui.get(xml::getText));
                Screenshots.take("wizard-secret-xml");
                Widgets.press(Widgets.button(wizard, "Finish"));
                Shell dialog = Widgets.shell("Set Secret Value");
                assertTrue(Ui.get(wizard::isDisposed));
                type(Widgets.labelled(dialog, "Value", Text.class), "opensesame");
                type(Widgets.labelled(dialog, "Again", Text.class), "opensesame");
                Widgets.press(Widgets.button(dialog, "Set Value"));
                SecretSummary secret = host.secrets().list().await().getFirst();
                Ui.awaitHost("value", () -> host.secrets().withoutValue().await().isEmpty());
                assertEquals("b3BlbnNlc2FtZQ==", daemon.run("virsh", "-c", daemon.uri(), "secret-get-value", secret.uuid().toString()).strip());
                Widgets.row(LiveEditor.tree(), daemon.uri(), "Secrets", "san-chap");
                Shell again = Wizard.open("secret", "New Secret");
                Wizard.choose(Wizard.combo(again, "Host:"), daemon.uri());
                Wizard.field(again, "Usage:", "san-chap");
                Widgets.find(again, Text.class, "that there is one", text -> text.getText().contains("The host has a secret for “san-chap” already"));
                Widgets.press(Widgets.button(again, "Cancel"));
                Shell pool = Wizard.open("pool", "New Storage Pool");
                Wizard.choose(Wizard.combo(pool, "Host:"), daemon.uri());
                Wizard.choose(Wizard.combo(pool, "Type:"), "iscsi ");
                Combo offered = Wizard.combo(pool, "Secret:");
                assertEquals(List.of("san-chap"), Ui.get(() -> List.of(offered.getItems())), "by its usage");
                Widgets.press(Widgets.button(pool, "Cancel"));
            } finally {
                VirtWorkbench.get().contents().remove(host);
            }
        }
    }

    private static Shell poolNaming(String secret, String uri) {
        Shell wizard = Wizard.open("pool", "New Storage Pool");
        Wizard.choose(Wizard.combo(wizard, "Host:"), uri);
        Wizard.choose(Wizard.combo(wizard, "Type:"), "iscsi ");
        Widgets.press(Widgets.button(wizard, "Fill In an Example"));
        Combo named = Wizard.combo(wizard, "Secret:");
        Ui.run(() -> named.setText(secret));
        return wizard;
    }

    private static Shell setValue(String uri) {
        Widgets.select(LiveEditor.tree(), uri, "Secrets", "san-chap");
        Widgets.contextMenu(LiveEditor.tree(), "Set Value…");
        return Widgets.shell("Set Secret Value");
    }

    private static void type(Text text, String words) {
        Ui.run(() -> text.setText(words));
    }

    private static void choose(Combo combo, int index) {
        Ui.run(() -> {
            combo.select(index);
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static void undefine(String uri) {
        Widgets.select(LiveEditor.tree(), uri, "Secrets", "san-chap");
        Widgets.contextMenu(LiveEditor.tree(), "Undefine…");
    }

    private static String domainWith(SecretSummary secret) {
        return "<domain type='qemu'><name>guarded</name><memory unit='KiB'>65536</memory><os><type>hvm</type></os><devices>"
                + "<disk type='network' device='disk'><source protocol='iscsi' name='iqn.2026-01.example:a/1'><host name='127.0.0.1'/>"
                + "<auth username='me'><secret type='iscsi' usage='" + secret.usage() + "'/></auth></source><target dev='vda' bus='virtio'/>"
                + "</disk></devices></domain>";
    }
}
