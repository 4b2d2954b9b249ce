package dev.virtworkbench.ui.tests.editor;

import dev.virtworkbench.editor.occurrences.Occurrences;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What belongs together with what the caret is on is marked. */
@ExtendWith(FreshWorkbench.class)
class OccurrencesTest {

    private static final String DOMAIN = """
            <domain type='kvm'>
              <name>default</name>
              <devices>
                <interface type='network'><source network='default'/></interface>
                <interface type='network'><source network='default'/></interface>
              </devices>
            </domain>
            """;

    @Test
    @Tag(Screenshots.TAG)
    void theSameThingElsewhereAndNotTheSameWord() {
        OpenFile file = OpenFile.open("nets.xml", DOMAIN);
        file.caretBehind("network='def");
        Ui.await("two networks", () -> marked(file).equals(List.of("3 default", "4 default")));
        file.picture("editor-occurrences");
    }

    @Test
    void theOtherTag() {
        OpenFile file = OpenFile.open("nets.xml", DOMAIN);
        file.caretBehind("<devi");
        Ui.await("two tags", () -> marked(file).equals(List.of("2 devices", "5 devices")));
        file.caretBehind("type='k");
        Ui.await("nothing", () -> marked(file).isEmpty());
    }

    /** Line and text of what is marked, in order. */
    private static List<String> marked(OpenFile file) throws Exception {
        IAnnotationModel model = file.viewer().getAnnotationModel();
        List<String> marked = new ArrayList<>();
        for (var all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (annotation.getType().equals(Occurrences.ANNOTATION)) {
                Position at = model.getPosition(annotation);
                marked.add(file.document().getLineOfOffset(at.getOffset()) + " "
                        + file.document().get(at.getOffset(), at.getLength()));
            }
        }
        marked.sort(null);
        return marked;
    }
}
