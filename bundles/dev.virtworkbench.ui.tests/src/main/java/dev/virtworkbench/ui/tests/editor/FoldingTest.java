package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Elements and comments hide behind their first line, however they are indented. */
@ExtendWith(FreshWorkbench.class)
class FoldingTest {

    private static final String POOL = """
            <pool type='dir'>
            <!-- where
            it is -->
            <target>
            <path>/a</path>
            </target>
            </pool>
            """;

    @Test
    void foldsAreWhatTheTextMeans() {
        OpenFile file = OpenFile.open("folds.xml", POOL);
        Ui.await("folds", () -> folds(file).equals(List.of("0-5", "1-2", "3-4")));
        file.caretBehind("<path>/a</path>").type("\n<permissions>\n");
        Ui.await("fold of what is typed", () -> folds(file).contains("5-6"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void closedFoldsStayClosedWhileSomebodyTypes() {
        OpenFile file = OpenFile.open("closed.xml", POOL);
        Ui.await("folds", () -> folds(file).size() == 3);
        file.caretBehind("<target").execute("org.eclipse.ui.edit.text.folding.collapse");
        assertEquals(6, lineCount(file) - 1);
        file.picture("editor-folded");
        file.caretBehind("it is").type(" now");
        Ui.settle();
        Ui.await("folds again", () -> folds(file).size() == 3);
        assertEquals(6, lineCount(file) - 1);
        file.execute("org.eclipse.ui.edit.text.folding.expand_all");
        assertEquals(7, lineCount(file) - 1);
        file.execute("org.eclipse.ui.edit.text.folding.collapse_all");
        assertEquals(2, lineCount(file) - 1);
    }

    private static int lineCount(OpenFile file) {
        return Ui.get(() -> file.text().getLineCount());
    }

    /** First and last line of each fold, in order. */
    private static List<String> folds(OpenFile file) throws Exception {
        ProjectionAnnotationModel model = ((ProjectionViewer) file.editor().getAdapter(org.eclipse.jface.text.ITextViewer.class))
                .getProjectionAnnotationModel();
        List<String> folds = new ArrayList<>();
        for (var all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation fold = all.next();
            Position at = model.getPosition(fold);
            folds.add(file.document().getLineOfOffset(at.getOffset()) + "-"
                    + file.document().getLineOfOffset(at.getOffset() + at.getLength() - 1));
        }
        folds.sort(null);
        return folds;
    }
}
