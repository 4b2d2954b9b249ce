package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A folder of images on a real libvirtd, an empty one in it, and a pool of the folder for whoever makes it. */
abstract class ImagesOnRealHost extends OnRealHost {

    static final long MIB = 1 << 20;
    /** The empty image, of 64 MiB. */
    static final String DISK = "disk.qcow2";

    Path folder;

    @BeforeEach
    final void start() throws IOException {
        folder = Files.createDirectories(daemon.folder().resolve("images"));
        host.images().create(new NewImage(path(DISK), "qcow2"), 64 * MIB).await();
    }

    @AfterEach
    final void stop() {
        // what a test began asks the pool at its end
        awaitFinishedWork();
    }

    final void makePool() {
        host.pools().createTransient("<pool type='dir'><name>images</name><target><path>" + folder + "</path></target></pool>").await();
    }

    final String path(String name) {
        return folder.resolve(name).toString();
    }

    final ImageInfo info(String name) {
        return host.images().info(path(name), Optional.empty()).await().top();
    }

    static void awaitFinishedWork() {
        await("finished work", () -> VirtWorkbench.get().engine().jobs().unfinished().stream().noneMatch(job -> job.operation().changes()));
    }

    /** Waits for what the test's thread looks at: it asks qemu-img. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Ui.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not in time: " + what);
            Ui.settle();
        }
    }

    /** Another window of the same name, once it is there. */
    static Shell another(String title, Shell before) {
        return Ui.find("another window " + title, () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != before && shell.getText().equals(title)).findFirst());
    }

    /** The question over a dialog. */
    static Shell below(Shell dialog) {
        return Ui.find("question", () -> Arrays.stream(dialog.getShells()).filter(Shell::isVisible).findFirst());
    }

    static void pick(Combo combo, String beginning) {
        Ui.await("choice " + beginning, () -> Arrays.stream(combo.getItems()).anyMatch(item -> item.startsWith(beginning)));
        Ui.run(() -> {
            combo.select(List.of(combo.getItems()).indexOf(Arrays.stream(combo.getItems()).filter(item -> item.startsWith(beginning)).findFirst().orElseThrow()));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }
}
