package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Pauses;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.time.Duration;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Typing stays quick in a document of 20,000 lines. */
@ExtendWith(FreshWorkbench.class)
class LongDocumentTest {

    private static final int DISKS = 2_500;

    /** The bar is 100 ms on a machine that has nothing else to do; this one may be busy with other builds: only a hang fails. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void noKeyMakesAnybodyWait() {
        OpenFile file = OpenFile.open("long.xml", domain());
        Ui.await("folds", () -> ((ProjectionViewer) file.editor().getAdapter(ITextViewer.class))
                .getProjectionAnnotationModel().getAnnotationIterator().hasNext());
        file.caretBehind("<target dev='d1250'").type(" ");
        Ui.settle();
        try (Pauses pauses = new Pauses()) {
            file.type("bus='virtio' rotation_rate='1' ");
            Ui.settle();
            System.out.printf("longest pause while typing in %,d lines: %d ms%n", DISKS * 8, pauses.longest().toMillis());
            assertTrue(pauses.longest().compareTo(LIMIT) < 0, () -> "a pause of " + pauses.longest());
        }
    }

    private static String domain() {
        StringBuilder text = new StringBuilder("<domain type='kvm'>\n  <name>long</name>\n  <devices>\n");
        for (int i = 0; i < DISKS; i++) {
            text.append("""
                        <disk type='file' device='disk'>
                          <driver name='qemu' type='qcow2'/>
                          <source file='/var/lib/libvirt/images/%1$d.qcow2'/>
                          <target dev='d%1$d'/>
                          <address type='drive' controller='0' bus='0' target='0'
                                   unit='%1$d'/>
                          <!-- disk %1$d -->
                        </disk>
                    """.formatted(i));
        }
        return text.append("  </devices>\n</domain>\n").toString();
    }
}
