package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.HyperlinkManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A path in the document of a host whose files are not here leads to the volume there. */
@ExtendWith(FreshWorkbench.class)
class HostFilesTest {

    private static final String NODE = """
            <node><cpu/>
              <domain type='test'><name>guest</name><memory>1048576</memory><os><type>hvm</type></os><devices>
                <disk type='file' device='disk'><source file='/there/image.raw'/><target dev='hda' bus='ide'/></disk>
              </devices></domain>
              <pool type='dir'><name>there</name><target><path>/there</path></target>
                <volume><name>image.raw</name><capacity unit='GiB'>1</capacity><target><format type='raw'/></target></volume>
              </pool>
            </node>
            """;

    @Test
    void aDiskLeadsToItsVolume() {
        try (SimulatedHost simulated = SimulatedHost.of(NODE)) {
            LiveEditor domain = LiveEditor.open(simulated.host().uri(), "Domains", "guest");
            int at = domain.content().indexOf("/there/image.raw");
            Ui.start(() -> {
                domain.editor().selectAndReveal(at + 2, 0);
                ((ITextOperationTarget) domain.editor().getAdapter(ITextViewer.class)).doOperation(HyperlinkManager.OPEN_HYPERLINK);
            });
            LiveEditor volume = LiveEditor.await("image.raw.xml");
            assertTrue(volume.content().contains("<name>image.raw</name>"), volume::content);
            Ui.run(() -> FreshWorkbench.page().closeAllEditors(false));
        }
    }
}
