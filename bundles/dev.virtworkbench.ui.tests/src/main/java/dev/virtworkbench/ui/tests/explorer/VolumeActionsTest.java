package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be done to volumes, one or many, with a question where something would be lost. */
class VolumeActionsTest extends ActionsOnSimulatedHost {

    @Test
    @Tag(Screenshots.TAG)
    void aVolumeIsDeletedOnlyWhenSomebodySaysSo() {
        TreeItem row = volume("free.qcow2");
        Widgets.contextMenu(tree, "Delete…");
        Shell question = Widgets.shell("Delete Volume");
        Widgets.find(question, Label.class, "path of what is lost", label -> label.getText().contains("/images/free.qcow2"));
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Screenshots.take("delete-volume");
        Widgets.press(Ui.get(question::getDefaultButton));
        Ui.await("closed question", question::isDisposed);
        assertFalse(Ui.get(row::isDisposed));
        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        Ui.await("tree without the volume", () -> row.isDisposed() || !row.getText().startsWith("free.qcow2"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aVolumeIsClonedUnderANameThatIsFree() {
        volume("free.qcow2");
        Widgets.contextMenu(tree, "Clone…");
        Shell dialog = Widgets.shell("Clone Volume");
        Text name = Widgets.find(dialog, Text.class, "name", text -> text.getText().equals("free-1.qcow2"));
        Widgets.find(dialog, Label.class, "room", label -> label.getText().matches("It takes .* are free in the pool.*"));
        Button ok = Widgets.button(dialog, "Clone Volume");
        Ui.run(() -> name.setText("used.qcow2"));
        assertFalse(Ui.get(ok::isEnabled), "a name that is taken");
        Screenshots.take("clone-volume");
        Ui.run(() -> name.setText("copy.qcow2"));
        Widgets.press(ok);
        Widgets.row(tree, host.host().uri(), "Storage pools", "images", "copy.qcow2");
    }

    @Test
    @Tag(Screenshots.TAG)
    void wipingSaysWhatItDoesAndOffersACopy() {
        volume("free.qcow2");
        Widgets.contextMenu(tree, "Contents", "Wipe…");
        Shell dialog = Widgets.shell("Wipe Volume");
        assertEquals("Cancel", Ui.get(() -> dialog.getDefaultButton().getText()));
        Widgets.find(dialog, Text.class, "what becomes of it", text -> text.getText().contains("Once writing has begun it cannot be cancelled"));
        Combo ways = Widgets.find(dialog, Combo.class, "ways", combo -> combo.getText().startsWith("Zeroes"));
        assertFalse(Ui.get(() -> Arrays.stream(ways.getItems()).anyMatch(way -> way.startsWith("Trim"))), "what is for Ceph only");
        Button copy = Widgets.find(dialog, Button.class, "copy", button -> button.getText().startsWith("Keep a copy beside it: free-before-"));
        assertTrue(Ui.get(() -> copy.isEnabled() && !copy.getSelection()));
        Screenshots.take("volume-wipe-ways");
        Widgets.press(Widgets.button(dialog, "Cancel"));
        Ui.await("closed dialog", dialog::isDisposed);
    }

    @Test
    @Tag(Screenshots.TAG)
    void growingSaysWhatItDoesOffersACopyAndAFailureIsTold() {
        volume("free.qcow2");
        Widgets.contextMenu(tree, "Grow…");
        Shell dialog = Widgets.shell("Grow Volume");
        Text number = Widgets.find(dialog, Text.class, "size", text -> text.getText().equals("2"));
        Combo unit = Widgets.find(dialog, Combo.class, "unit", combo -> combo.getText().equals("GiB"));
        Button ok = Widgets.button(dialog, "Grow Volume");
        assertEquals("Cancel", Ui.get(() -> dialog.getDefaultButton().getText()));
        Widgets.find(dialog, Text.class, "what becomes of it", text -> text.getText().contains("Once it has begun to grow it cannot be cancelled"));
        Button copy = Widgets.find(dialog, Button.class, "copy", button -> button.getText().startsWith("Keep a copy beside it: free-before-"));
        assertTrue(Ui.get(() -> copy.isEnabled() && !copy.getSelection()));
        assertFalse(Ui.get(ok::isEnabled), "as large as it is");
        Ui.run(() -> number.setText("1.5"));
        assertFalse(Ui.get(ok::isEnabled), "smaller");
        Screenshots.take("grow-volume");
        Ui.run(() -> number.setText("2.5"));
        assertEquals("GiB", Ui.get(unit::getText));
        Widgets.press(ok);
        // the test driver cannot resize, and says so
        Widgets.find(Widgets.shell("Not done"), Label.class, "name of the volume", label -> label.getText().contains("free.qcow2"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatIsAllocatedIsNotCutOff() {
        volume("free.qcow2");
        Widgets.contextMenu(tree, "Shrink…");
        Shell dialog = Widgets.shell("Shrink Volume");
        assertEquals("Cancel", Ui.get(() -> dialog.getDefaultButton().getText()));
        Text number = Widgets.find(dialog, Text.class, "size", text -> text.getText().equals("2"));
        Widgets.find(dialog, Text.class, "what becomes of it", text -> text.getText().contains("whatever is behind its new end is lost"));
        Ui.run(() -> number.setText("1.5"));
        Widgets.find(dialog, Text.class, "why not", text -> text.getText().contains("libvirt does not cut off what is allocated, 2 GiB"));
        assertFalse(Ui.get(Widgets.button(dialog, "Shrink Volume")::isEnabled));
        Screenshots.take("shrink-volume");
        Widgets.press(Widgets.button(dialog, "Cancel"));
        Ui.await("closed dialog", dialog::isDisposed);
    }

    @Test
    void severalVolumesAreDeletedAtOnce() {
        TreeItem first = volume("free.qcow2");
        TreeItem second = Widgets.row(tree, host.host().uri(), "Storage pools", "images", "spare.qcow2");
        Ui.run(() -> {
            tree.setSelection(new TreeItem[] {first, second});
            tree.notifyListeners(SWT.Selection, new Event());
        });
        List<String> offered = Widgets.enabledIn(tree);
        assertTrue(offered.contains("Delete…") && offered.contains("Copy Path") && !offered.contains("Grow…"), offered::toString);
        Widgets.contextMenu(tree, "Copy Path");
        Ui.await("paths in the clipboard", () -> {
            Clipboard clipboard = new Clipboard(Ui.display());
            try {
                return "/images/free.qcow2\n/images/spare.qcow2".equals(clipboard.getContents(TextTransfer.getInstance()));
            } finally {
                clipboard.dispose();
            }
        });
        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        TreeItem pool = Widgets.row(tree, host.host().uri(), "Storage pools", "images");
        Ui.await("one volume left", () -> Arrays.stream(pool.getItems())
                .map(TreeItem::getText).noneMatch(text -> text.startsWith("free") || text.startsWith("spare")));
    }

    @Test
    void deleteInTheFilterConcernsTheFilterOnly() {
        volume("free.qcow2");
        Text filter = Widgets.find(Ui.get(tree::getParent), Text.class, "filter", field -> true);
        Ui.run(tree::setFocus);
        Ui.await("key that deletes the volume", () -> enabled("org.eclipse.ui.edit.delete"));
        Ui.run(filter::setFocus);
        Ui.await("key that deletes characters", () -> !enabled("org.eclipse.ui.edit.delete"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatManyVolumesLoseIsListed() {
        try (SimulatedHost many = SimulatedHost.with(0, 30)) {
            TreeItem first = Widgets.row(tree, many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL, "disk-00000.qcow2");
            Ui.await("all rows", () -> first.getParentItem().getItemCount() == 30);
            Ui.run(() -> {
                tree.setSelection(first.getParentItem().getItems());
                tree.notifyListeners(SWT.Selection, new Event());
            });
            Widgets.contextMenu(tree, "Delete…");
            Shell question = Widgets.shell("Delete Volume");
            Widgets.find(question, Text.class, "list", text -> text.getText().contains("disk-00029.qcow2"));
            Screenshots.take("delete-many");
            Widgets.press(Widgets.button(question, "Cancel"));
            Ui.await("closed question", question::isDisposed);
        }
    }
}
