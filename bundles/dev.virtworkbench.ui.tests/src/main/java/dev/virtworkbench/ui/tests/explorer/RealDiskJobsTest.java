package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done from the explorer to the disk of a domain that really runs: one image that builds on another. */
class RealDiskJobsTest extends OnRealHost {

    private Path base;
    private Path top;
    private Domain guest;
    private Tree tree;

    @BeforeEach
    void start() throws IOException {
        base = daemon.folder().resolve("base.qcow2");
        top = daemon.folder().resolve("top.qcow2");
        daemon.run("qemu-img", "create", "-q", "-f", "qcow2", base.toString(), "8M");
        daemon.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", base.toString(), "-F", "qcow2", top.toString());
        guest = host.domains().define("<domain type='qemu'><name>guest</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices><disk type='file' device='disk'>"
                + "<driver name='qemu' type='qcow2'/><source file='" + top + "'/><target dev='vda' bus='virtio'/></disk></devices></domain>",
                true).await();
        tree = LiveEditor.tree();
    }

    private void select() {
        Widgets.select(tree, daemon.uri(), "Domains", "guest", "vda");
    }

    private Shell choose(String action, String title) {
        Widgets.contextMenu(tree, "While Running", action);
        return Widgets.shell(title);
    }

    private void startGuest() {
        guest.start().await();
        Ui.await("running domain in the tree", () -> Widgets.enabledIn(tree, "While Running").contains("Commit Down…"));
    }

    private void awaitImages(Path... chain) {
        Ui.awaitHost("images of the disk", () -> {
            Disk disk = guest.disks(false).await().getFirst();
            return disk.source().equals(chain[0].toString())
                    && disk.chain().equals(List.of(chain).subList(1, chain.length).stream().map(Path::toString).toList());
        });
    }

    @Test
    @Tag(Screenshots.TAG)
    void theDiskIsCommittedDownGrownAndMovedWhileItsDomainRuns() throws IOException {
        select();
        assertFalse(Widgets.enabledIn(tree, "While Running").contains("Commit Down…"), "the domain does not run");
        startGuest();
        Shell commit = choose("Commit Down…", "Commit Down");
        assertEquals("Cancel", Ui.get(() -> commit.getDefaultButton().getText()));
        Widgets.find(commit, Label.class, "what will be lost", label -> label.getText().contains("vda") && label.getText().contains("is lost"));
        Screenshots.take("disk-commit");
        Widgets.press(Widgets.button(commit, "Commit Down"));
        awaitImages(base);

        Shell grow = choose("Grow…", "Grow disk vda of guest");
        Widgets.find(grow, Label.class, "the size now", label -> label.getText().contains("8 MiB"));
        Text size = Widgets.labelled(grow, "New size:", Text.class);
        Ui.run(() -> size.setText("8"));
        assertFalse(Ui.get(Widgets.button(grow, "Grow Disk")::isEnabled), "no larger than now");
        Ui.run(() -> size.setText("16"));
        assertEquals("Cancel", Ui.get(() -> grow.getDefaultButton().getText()));
        Screenshots.take("disk-grow");
        Widgets.press(Widgets.button(grow, "Grow Disk"));
        Ui.awaitHost("larger disk", () -> host.blockJobs(guest).capacity("vda").await() == 16L << 20);
        Shell left = Ui.find("what is left to do", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != grow && shell.getText().equals("Grow disk vda of guest")).findFirst());
        Widgets.find(left, Label.class, "steps", label -> label.getText().contains("Disk vda of guest has 16 MiB now"));
        Screenshots.take("disk-grown");
        Widgets.press(Widgets.button(left, "OK"));

        Path moved = daemon.folder().resolve("moved.qcow2");
        Shell copy = choose("Copy…", "Copy Disk");
        Text path = Widgets.labelled(copy, "To", Text.class);
        Ui.run(() -> path.setText("moved.qcow2"));
        assertFalse(Ui.get(Widgets.button(copy, "Copy Disk")::isEnabled), "no whole path");
        Ui.run(() -> path.setText(moved.toString()));
        Combo end = Widgets.labelled(copy, "At the end", Combo.class);
        Ui.run(() -> end.select(1));
        Screenshots.take("disk-copy");
        Widgets.press(Widgets.button(copy, "Copy Disk"));
        awaitImages(moved);

        Shell pull = choose("Pull…", "Pull");
        Widgets.find(pull, Label.class, "nothing to pull", label -> label.getText().contains("builds on no other image"));
        Widgets.press(Widgets.button(pull, "OK"));
        Ui.await("closed dialog", pull::isDisposed);
        Shell nothing = choose("End Job…", "End Job");
        Widgets.find(nothing, Label.class, "nothing to end", label -> label.getText().contains("Nothing is under way"));
        Widgets.press(Widgets.button(nothing, "OK"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void theDiskIsPulledTogetherAndWhatSomebodyElseDoesIsSeenAndEnded() throws IOException {
        select();
        startGuest();
        Shell pull = choose("Pull…", "Pull");
        Screenshots.take("disk-pull");
        Widgets.press(Widgets.button(pull, "Pull"));
        awaitImages(top);
        Ui.awaitHost("ended pull", () -> host.blockJobs(guest).underWay("vda").await().isEmpty());

        Path copy = daemon.folder().resolve("copy.qcow2");
        daemon.run("virsh", "-c", daemon.uri(), "blockcopy", "guest", "vda", copy.toString(), "--format", "qcow2", "--transient-job", "--wait");
        Ui.awaitHost("images that are the same", () -> host.blockJobs(guest).underWay("vda").await().equals(Optional.of(1.0)));
        Shell end = choose("End Job…", "End Job");
        Widgets.find(end, Label.class, "how far it is", label -> label.getText().contains("100%"));
        Screenshots.take("disk-end");
        Widgets.press(Widgets.button(end, "End it: the disk works as before"));
        Widgets.press(Widgets.button(end, "End Job"));
        Ui.awaitHost("ended copy", () -> host.blockJobs(guest).underWay("vda").await().isEmpty());
        awaitImages(top);
        assertTrue(daemon.run("virsh", "-c", daemon.uri(), "blockjob", "guest", "vda", "--info").contains("No current block job"));

        Path other = daemon.folder().resolve("other.raw");
        daemon.run("truncate", "-s", "1M", other.toString());
        daemon.run("virsh", "-c", daemon.uri(), "attach-disk", "guest", other.toString(), "vdb", "--live", "--subdriver", "raw");
        Widgets.row(tree, daemon.uri(), "Domains", "guest", "vdb");
    }
}
