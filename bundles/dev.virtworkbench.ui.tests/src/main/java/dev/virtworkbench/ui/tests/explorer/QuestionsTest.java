package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.explorer.dialogs.CredentialsDialog;
import dev.virtworkbench.explorer.groups.RightsQuestion;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import dev.virtworkbench.ui.tests.editor.OpenFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the workbench asks of people before it goes on. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class QuestionsTest {

    private static final String REMOTE = "qemu+ssh://root@kvm.example.com/system";

    @Test
    void aPasswordIsAskedWithTheHostItIsForAndNotShown() {
        CompletableFuture<Optional<String>> answer = CompletableFuture.supplyAsync(() -> new CredentialsDialog()
                .ask(new Credentials.Question(REMOTE, "root@kvm.example.com's password:", "", true)));
        Shell dialog = Widgets.shell(REMOTE);
        Text password = Widgets.find(dialog, Text.class, "hidden text", text -> (text.getStyle() & SWT.PASSWORD) != 0);
        Ui.run(() -> password.setText("secret"));
        Screenshots.take("credentials-password");
        Widgets.press(Widgets.button(dialog, "OK"));
        assertEquals(Optional.of("secret"), answer.join());
    }

    @Test
    void whetherAKeyIsTrustedIsAskedInSshsOwnWords() {
        CompletableFuture<Optional<String>> answer = CompletableFuture.supplyAsync(() -> new CredentialsDialog()
                .ask(new Credentials.Question(REMOTE, "The authenticity of host 'kvm.example.com (192.0.2.7)' can't be established.\n"
                        + "ED25519 key fingerprint is SHA256:mVPwvezndPv/ARoIadVY98vAC0g+P/5633yTC4d/wXE.\n"
                        + "Are you sure you want to continue connecting (yes/no/[fingerprint])?", "", false)));
        Shell dialog = Widgets.shell(REMOTE);
        Screenshots.take("credentials-key");
        Widgets.press(Widgets.button(dialog, "Cancel"));
        assertEquals(Optional.empty(), answer.join());
    }

    @Test
    void whetherLvmIsRunAsRootBySudoOrByPkexecIsAskedBefore() {
        CompletableFuture<Optional<Rights>> answer = askForRoot();
        Shell dialog = Widgets.shell("Run LVM as Root");
        Widgets.find(dialog, Label.class, "where and how", label -> label.getText().contains("run as root on qemu:///system")
                && label.getText().contains("By sudo: it may ask for your password") && label.getText().contains("By pkexec: the desktop’s own agent asks for a password once"));
        assertEquals("Cancel", Ui.get(() -> dialog.getDefaultButton().getText()));
        Screenshots.take("lvm-root");
        Widgets.press(Widgets.button(dialog, "Run by pkexec"));
        assertEquals(Optional.of(Rights.PKEXEC), answer.join());

        answer = askForRoot();
        Widgets.press(Widgets.button(Widgets.shell("Run LVM as Root"), "Run by sudo"));
        assertEquals(Optional.of(Rights.SUDO), answer.join());

        answer = askForRoot();
        Shell last = Widgets.shell("Run LVM as Root");
        Ui.run(last::close);
        assertEquals(Optional.empty(), answer.join());
    }

    private static CompletableFuture<Optional<Rights>> askForRoot() {
        CompletableFuture<Optional<Rights>> answer = new CompletableFuture<>();
        Ui.start(() -> answer.complete(RightsQuestion.ask(null, "qemu:///system", List.of(Rights.SUDO, Rights.PKEXEC))));
        return answer;
    }

    @Test
    void whichHostAFileIsMeantForIsAsked() {
        try (SimulatedHost other = SimulatedHost.with(1, 1).connected()) {
            OpenFile.open("pool.xml", "<pool type='dir'>\n  <name>somewhere</name>\n  <target>\n    <path>/srv</path>\n  </target>\n</pool>\n");
            Chosen.command("dev.virtworkbench.explorer.define");
            Shell choice = Widgets.shell("Choose a Host");
            Screenshots.take("choose-host");
            Widgets.press(Widgets.button(choice, "Cancel"));
            Ui.await("closed choice", choice::isDisposed);
        }
    }
}
