package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What domains need is not taken from them: the person is told who is in the way, before and after they are asked. */
@ExtendWith(FreshWorkbench.class)
class ImageUsersTest {

    private static final String NODE = """
            <node><cpu/>
              <pool type='dir'><name>images</name><target><path>/images</path></target>
                <volume><name>free.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
                <volume><name>used.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
              </pool>
              <pool type='dir'><name>named</name><target><path>/named</path></target></pool>
              <domain type='test'><name>guest</name><memory>65536</memory><os><type>hvm</type></os>
                <devices><disk type='file'><source file='/images/used.qcow2'/><target dev='vda'/></disk></devices>
              </domain>
              <domain type='test'><name>by name</name><memory>65536</memory><os><type>hvm</type></os>
                <devices><disk type='volume'><source pool='named' volume='root.qcow2'/><target dev='vda'/></disk></devices>
              </domain>
            </node>
            """;

    private SimulatedHost host;
    private Tree tree;

    @BeforeEach
    void addHost() {
        ErrorDialog.AUTOMATED_MODE = false;
        host = SimulatedHost.of(NODE).connected();
        tree = LiveEditor.tree();
    }

    @AfterEach
    void removeHost() {
        ErrorDialog.AUTOMATED_MODE = true;
        host.close();
    }

    private TreeItem select(String... below) {
        String[] path = new String[below.length + 2];
        path[0] = host.host().uri();
        path[1] = "Storage pools";
        System.arraycopy(below, 0, path, 2, below.length);
        TreeItem row = Widgets.select(tree, path);
        Ui.settle();
        return row;
    }

    private static void told(Shell dialog, String... words) {
        for (String word : words) {
            Widgets.find(dialog, Label.class, word, label -> label.getText().contains(word));
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void aVolumeThatADomainUsesIsNotDeleted() {
        select("images", "used.qcow2");
        Widgets.contextMenu(tree, "Delete…");
        Shell refusal = Widgets.shell("Delete Volume: not possible now");
        told(refusal, "guest", "vda", "instead: ");
        Screenshots.take("refusal");
        Widgets.press(Widgets.button(refusal, "OK"));
    }

    @Test
    void aVolumeThatADomainBeganToUseWhileThePersonReadIsNotWiped() {
        TreeItem row = select("images", "free.qcow2");
        Widgets.contextMenu(tree, "Contents", "Wipe…");
        Shell ways = Widgets.shell("Wipe Volume");
        Widgets.press(Widgets.button(ways, "Wipe Volume"));
        Shell question = Ui.find("question", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != ways && shell.getText().equals("Wipe Volume")).findFirst());
        host.host().domains().createTransient("<domain type='test'><name>late</name><memory>65536</memory><os><type>hvm</type></os><devices>"
                + "<disk type='file'><source file='/images/free.qcow2'/><target dev='vdb'/></disk></devices></domain>", true).await();
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("free.qcow2"));
        Widgets.press(Widgets.button(question, "Wipe Volume"));
        Shell failure = Widgets.shell("Not done");
        told(failure, "“late” runs with volume “free.qcow2” for its disk vdb");
        Widgets.press(Widgets.button(failure, "OK"));
        Ui.await("volume that is still there", () -> !row.isDisposed());
    }

    @Test
    @Tag(Screenshots.TAG)
    void aPoolIsNotStoppedUnderADomainThatNamesIt() {
        TreeItem pool = select("named");
        Widgets.contextMenu(tree, "Stop");
        Shell refusal = Widgets.shell("Stop Pool: not possible now");
        told(refusal, "“by name” runs with its disk vda in pool “named”");
        Widgets.press(Widgets.button(refusal, "OK"));
        host.host().domains().lookup("by name").await().destroy().await();
        Widgets.contextMenu(tree, "Stop");
        Shell question = Widgets.shell("Stop Pool");
        told(question, "by name");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Widgets.press(Widgets.button(question, "Stop Pool"));
        Ui.await("inactive pool", () -> pool.getText().endsWith("inactive"));
        Widgets.contextMenu(tree, "Delete Storage…");
        Shell kept = Widgets.shell("Delete Pool’s Storage: not possible now");
        told(kept, "“by name”");
        Widgets.press(Widgets.button(kept, "OK"));
        Widgets.contextMenu(tree, "Undefine…");
        Shell undefine = Widgets.shell("Undefine Pool");
        told(undefine, "cannot start without it: by name");
        Screenshots.take("undefine-pool-in-use");
        Widgets.press(Widgets.button(undefine, "Cancel"));
        host.host().domains().lookup("by name").await().undefine(Set.of()).await();
        Widgets.contextMenu(tree, "Delete Storage…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Pool’s Storage"), "Cancel"));
    }
}
