package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong in a file is marked where it is, and mended by a quick fix. */
@ExtendWith(FreshWorkbench.class)
class FindingsTest {

    private static final String MARKER = "dev.virtworkbench.editor.finding";

    private static final String POOL = """
            <pool type='|'>
              <name>images</name>
              <target><path>/srv/images</path></target>
            </pool>
            """;

    @Test
    void aMistakeIsMarkedWhereItIsAndGoneWhenItIsMended() {
        OpenFile file = OpenFile.open("pool.xml", POOL).type("dirr");
        IMarker marker = only(file, "dirr");
        assertEquals("dirr", Ui.get(() -> file.document().get(marker.getAttribute(IMarker.CHAR_START, -1),
                marker.getAttribute(IMarker.CHAR_END, -1) - marker.getAttribute(IMarker.CHAR_START, -1))));
        assertEquals(1, marker.getAttribute(IMarker.LINE_NUMBER, -1));
        assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
        file.type("\b");
        Ui.await("no marker", () -> markers(file).isEmpty());
    }

    @Test
    void whatWasNotSavedIsGoneWithTheEditor() {
        OpenFile file = OpenFile.open("pool.xml", POOL.replace("|", "dir"));
        file.caretBehind("type='dir").type("r");
        only(file, "dirr");
        Ui.run(() -> FreshWorkbench.page().closeEditor(file.editor(), false));
        Ui.await("no marker", () -> markers(file).isEmpty());
    }

    @Test
    @Tag(Screenshots.TAG)
    void ctrl1OffersTheFixAndUndoTakesItBack() {
        OpenFile file = OpenFile.open("pool.xml", POOL.replace("|", "dirr")).caretBehind("dir");
        only(file, "dirr");
        Popup fixes = Popup.fixes(file.editor(), "Change to ");
        Screenshots.take("quick-fixes");
        assertTrue(fixes.labels().getFirst().contains("dir"), fixes.labels()::toString);
        fixes.choose(fixes.labels().getFirst());
        assertEquals(POOL.replace("|", "dir"), file.content());
        file.execute("org.eclipse.ui.edit.undo");
        assertEquals(POOL.replace("|", "dirr"), file.content());
    }

    @Test
    @Tag(Screenshots.TAG)
    void theProblemsViewListsItAndTakesTheFix() {
        OpenFile file = OpenFile.open("pool.xml", POOL.replace("|", "dirr"));
        only(file, "dirr");
        FreshWorkbench.view(IPageLayout.ID_PROBLEM_VIEW, IViewPart.class);
        Tree problems = Widgets.find(Ui.get(() -> FreshWorkbench.window().getShell()), Tree.class, "problems",
                tree -> tree.getColumnCount() > 1 && tree.getItemCount() > 0);
        TreeItem problem = Widgets.row(problems, "Errors", "'dirr'");
        Widgets.select(problems, problem);
        file.picture("problems");
        Widgets.contextMenu(problems, "Quick Fix");
        Shell dialog = Widgets.shell("Quick Fix");
        Widgets.press(Widgets.button(dialog, "Finish"));
        Ui.await("mended text", () -> file.document().get().equals(POOL.replace("|", "dir")));
        Ui.await("no marker", () -> markers(file).isEmpty());
    }

    private static IMarker only(OpenFile file, String about) {
        return Ui.find("marker about " + about, () -> markers(file).size() == 1
                ? markers(file).stream().filter(each -> each.getAttribute(IMarker.MESSAGE, "").contains(about)).findFirst()
                : Optional.empty());
    }

    private static List<IMarker> markers(OpenFile file) throws Exception {
        return List.of(file.file().findMarkers(MARKER, true, IResource.DEPTH_ZERO));
    }
}
