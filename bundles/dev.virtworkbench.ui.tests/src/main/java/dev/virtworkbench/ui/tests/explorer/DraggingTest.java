package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Mouse;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import dev.virtworkbench.ui.tests.editor.OpenFile;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the mouse carries from the explorer into an editor, by the window system's own drag and drop. */
@ExtendWith(FreshWorkbench.class)
class DraggingTest {

    private static final String HOST = "test:///default";
    private static final String DOMAIN = "<domain type='test'>\n  <name>dropped-into</name>\n  <memory>65536</memory>\n  <devices>\n  </devices>\n</domain>\n";

    @Test
    void aVolumeIsDraggedIntoADomain() {
        Host host = VirtWorkbench.get().contents().add(HOST);
        Ui.await("connected host", () -> host.status().state() == HostState.CONNECTED);
        Pool pool = host.pools().lookup("default-pool").await();
        pool.createVolume("<volume><name>carried.qcow2</name><capacity>1048576</capacity><target><format type='qcow2'/></target></volume>").await();
        VirtWorkbench.get().contents().of(host).readVolumesAgain(pool.uuid());
        try {
            OpenFile file = OpenFile.open("dropped-into.xml", DOMAIN);
            Tree tree = LiveEditor.tree();
            TreeItem row = Widgets.row(tree, HOST, "Storage pools", "default-pool", "carried.qcow2");
            Widgets.select(tree, row);
            Point volume = Ui.get(() -> tree.toDisplay(row.getBounds().x + 20, row.getBounds().y + row.getBounds().height / 2));
            Mouse.drag(volume, Ui.get(() -> file.text().toDisplay(200, 60)));
            Ui.await("disk in the text", () -> file.document().get().contains("<source pool='default-pool' volume='carried.qcow2'/>"));
            Ui.await("end of the drag", () -> LocalSelectionTransfer.getTransfer().getSelection() == null);
            Ui.await("editor with the focus", () -> FreshWorkbench.page().getActivePart() == file.editor());
        } finally {
            pool.volume("carried.qcow2").delete().await();
        }
    }
}
