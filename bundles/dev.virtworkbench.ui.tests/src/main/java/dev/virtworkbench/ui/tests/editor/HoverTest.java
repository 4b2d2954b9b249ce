package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the mouse rests stands what is wrong there and what the word means. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class HoverTest {

    private static final String POOL = """
            <pool type='dir'>
              <name>images</name>
              <target><path>/srv/images</path></target>
            </pool>
            """;

    @Test
    void theMeaningOfAnElement() {
        OpenFile file = OpenFile.open("pool.xml", POOL);
        String shown = hover(file, "target");
        assertTrue(shown.contains("target") && !shown.contains("**") && !shown.contains("`"), shown);
        file.picture("hover");
    }

    @Test
    void whatIsWrongStandsFirst() {
        OpenFile file = OpenFile.open("pool.xml", POOL.replace("'dir'", "'dirr'"));
        Ui.await("marker", () -> file.file().findMarkers("dev.virtworkbench.editor.finding", true, IResource.DEPTH_ZERO).length > 0);
        String shown = hover(file, "dirr");
        int wrong = shown.indexOf("'dirr'");
        int fix = shown.indexOf("Change to 'dir'");
        int meaning = shown.indexOf("Which storage backend");
        assertTrue(0 <= wrong && wrong < fix && fix < meaning, shown);
        file.picture("hover-finding");
    }

    private static String hover(OpenFile file, String word) {
        Ui.run(() -> {
            Point at = file.text().getLocationAtOffset(file.document().get().indexOf(word) + 2);
            file.text().setFocus();
            // The window system tells of a rest only if there was a movement.
            for (int nearer = 3; nearer >= 0; nearer--) {
                Point there = file.text().toDisplay(at.x + 1 + nearer, at.y + file.text().getLineHeight() / 2);
                Event move = new Event();
                move.type = SWT.MouseMove;
                move.x = there.x;
                move.y = there.y;
                Ui.display().post(move);
            }
        });
        return Ui.find("hover about " + word, () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != FreshWorkbench.window().getShell())
                .map(shell -> below(shell).map(HoverTest::text).collect(Collectors.joining("\n")))
                .filter(text -> text.contains(word)).findFirst());
    }

    private static String text(Control control) {
        return control instanceof StyledText styled ? styled.getText() : control instanceof Label label ? label.getText()
                : control instanceof Link link ? link.getText() : "";
    }

    private static Stream<Control> below(Composite root) {
        return Arrays.stream(root.getChildren()).flatMap(control -> control instanceof Composite part
                ? Stream.concat(Stream.of(control), below(part)) : Stream.of(control));
    }
}
