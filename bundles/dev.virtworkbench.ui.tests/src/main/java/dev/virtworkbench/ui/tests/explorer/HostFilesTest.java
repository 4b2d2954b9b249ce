package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.HyperlinkManager;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A path in the document of a host whose files are not here leads to the volume there, if one is. */
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
            follow(domain, "/there/image.raw");
            LiveEditor volume = LiveEditor.await("image.raw.xml");
            assertTrue(volume.content().contains("<name>image.raw</name>"), volume::content);
            Ui.run(() -> FreshWorkbench.page().closeAllEditors(false));
        }
    }

    @Test
    void ofAPathThatIsNoVolumeItIsToldPlainly() {
        try (SimulatedHost simulated = SimulatedHost.of(NODE.replace("<source file='/there/image.raw'/>", "<source file='/other/image.raw'/>"))) {
            LiveEditor domain = LiveEditor.open(simulated.host().uri(), "Domains", "guest");
            follow(domain, "/other/image.raw");
            Shell told = Widgets.shell("Open Volume");
            Widgets.find(told, Label.class, "what is told", label -> label.getText().contains("has /other/image.raw as a volume"));
            Widgets.press(Widgets.button(told, "OK"));
            Ui.run(() -> FreshWorkbench.page().closeAllEditors(false));
        }
    }

    /** As F3 does inside of some words; comes back at once, as a dialog may follow. */
    private static void follow(LiveEditor document, String words) {
        int at = document.content().indexOf(words);
        Ui.start(() -> {
            document.editor().selectAndReveal(at + 2, 0);
            ((ITextOperationTarget) document.editor().getAdapter(ITextViewer.class)).doOperation(HyperlinkManager.OPEN_HYPERLINK);
        });
    }
}
