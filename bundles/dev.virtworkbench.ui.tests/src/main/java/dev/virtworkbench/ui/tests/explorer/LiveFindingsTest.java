package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import dev.virtworkbench.ui.tests.editor.Popup;
import java.util.Iterator;
import java.util.Optional;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.HyperlinkManager;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents of a host's objects are judged, mended and completed as files are, with annotations in place of markers. */
@ExtendWith(FreshWorkbench.class)
class LiveFindingsTest {

    private static final String HOST = "test:///default";
    private static final String MEND = "dev.virtworkbench.editor.mend";
    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";

    @Test
    void aMistakeIsUnderlinedAndMended() {
        VirtWorkbench.get().contents().add(HOST);
        LiveEditor live = LiveEditor.open(HOST, "Storage pools", "default-pool");
        String before = live.content();
        live.replace("type='dir'", "type='dirr'");
        Annotation error = Ui.find("error about dirr", () -> error(live, "dirr"));
        assertEquals("dirr", Ui.get(() -> {
            var position = model(live).getPosition(error);
            return live.document().get(position.getOffset(), position.getLength());
        }));
        int at = live.content().indexOf("dirr");
        Ui.run(() -> live.editor().selectAndReveal(at + 2, 0));
        Popup fixes = Popup.fixes(live.editor(), "Change to ");
        assertTrue(fixes.labels().getFirst().contains("dir"), fixes.labels()::toString);
        fixes.choose(fixes.labels().getFirst());
        assertEquals(before, live.content());
        Ui.await("no error", () -> error(live, "dirr").isEmpty());
    }

    @Test
    void whatLeavesNoChoiceIsMendedAtOnce() {
        VirtWorkbench.get().contents().add(HOST);
        LiveEditor live = LiveEditor.open(HOST, "Storage pools", "default-pool");
        String before = live.content();
        live.replace("<name>", "<nmae>").replace("</name>", "</nmae>");
        Ui.find("error about nmae", () -> error(live, "nmae"));
        Ui.start(() -> live.editor().getSite().getService(IHandlerService.class).executeCommand(MEND, null));
        Ui.await("mended text", () -> live.document().get().equals(before));
    }

    @Test
    void anElementLeadsToItsDefinition() {
        VirtWorkbench.get().contents().add(HOST);
        LiveEditor live = LiveEditor.open(HOST, "Storage pools", "default-pool");
        live.replace("type='dir'", "type='dirr'");
        // Then the schema has been read.
        Ui.find("error about dirr", () -> error(live, "dirr"));
        int at = live.content().indexOf("<target>");
        Ui.start(() -> {
            live.editor().selectAndReveal(at + 3, 0);
            ((ITextOperationTarget) live.editor().getAdapter(ITextViewer.class)).doOperation(HyperlinkManager.OPEN_HYPERLINK);
        });
        // libvirt's schema has a target for pools in folders, and another one for pools of devices.
        Widgets.press(Widgets.button(Widgets.shell("Open Link"), "OK"));
        ITextEditor schema = Ui.find("schema", () -> Optional.ofNullable(FreshWorkbench.page().getActiveEditor())
                .filter(editor -> editor != live.editor() && editor.getTitle().endsWith(".rng")).map(ITextEditor.class::cast));
        assertTrue(Ui.get(() -> ((ITextSelection) schema.getSelectionProvider().getSelection()).getText()).contains("target"));
    }

    @Test
    void whatTheHostHasIsProposed() {
        VirtWorkbench.get().contents().add(HOST);
        LiveEditor live = LiveEditor.open(HOST, "Domains", "test");
        live.replace("</devices>", "<disk type='volume'><source pool=''/><target dev='vdx'/></disk></devices>");
        int at = live.content().indexOf("pool=''") + "pool='".length();
        Ui.run(() -> live.editor().selectAndReveal(at, 0));
        Popup.completions(live.editor(), "default-pool").choose("default-pool");
        assertTrue(live.content().contains("<source pool='default-pool'/>"), live::content);
    }

    private static Optional<Annotation> error(LiveEditor live, String about) {
        for (Iterator<Annotation> all = model(live).getAnnotationIterator(); all.hasNext();) {
            Annotation each = all.next();
            if (each.getType().equals(ERROR) && each.getText().contains(about)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static IAnnotationModel model(LiveEditor live) {
        return live.editor().getDocumentProvider().getAnnotationModel(live.editor().getEditorInput());
    }
}
