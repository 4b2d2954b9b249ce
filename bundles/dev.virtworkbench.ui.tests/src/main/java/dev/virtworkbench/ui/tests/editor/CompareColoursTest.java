package dev.virtworkbench.ui.tests.editor;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents that are compared have the editor's colours. */
@ExtendWith(FreshWorkbench.class)
class CompareColoursTest {

    private static final String LEFT = "<pool type='dir'>\n  <name>images</name>\n  <target>\n    <path>/a</path>\n  </target>\n</pool>\n";

    @Test
    @Tag(Screenshots.TAG)
    void bothSidesAreColoured() {
        Ui.run(() -> CompareUI.openCompareEditor(new TwoTexts(LEFT, LEFT.replace("/a", "/b"))));
        Ui.await("colours on both sides",
                () -> texts(FreshWorkbench.window().getShell()).filter(CompareColoursTest::isColoured).count() == 2);
        Screenshots.take("compare-colours");
    }

    private static boolean isColoured(StyledText text) {
        int name = text.getText().indexOf("pool");
        StyleRange style = name < 0 ? null : text.getStyleRangeAtOffset(name);
        return style != null && style.foreground != null && style.foreground.getRGB().equals(PlatformUI.getWorkbench().getThemeManager()
                .getCurrentTheme().getColorRegistry().getRGB("dev.virtworkbench.editor.colour.tag"));
    }

    private static Stream<StyledText> texts(Composite root) {
        return Arrays.stream(root.getChildren()).filter(Control::isVisible).flatMap(control -> control instanceof StyledText text
                ? Stream.of(text) : control instanceof Composite part ? texts(part) : Stream.empty());
    }

    private static final class TwoTexts extends CompareEditorInput {

        private final String left;
        private final String right;

        TwoTexts(String left, String right) {
            super(new CompareConfiguration());
            this.left = left;
            this.right = right;
        }

        @Override
        protected Object prepareInput(IProgressMonitor monitor) {
            return new DiffNode(new Side(left), new Side(right));
        }
    }

    private record Side(String text) implements ITypedElement, IEncodedStreamContentAccessor {

        @Override
        public String getName() {
            return "images.xml";
        }

        @Override
        public String getType() {
            return "xml";
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCharset() {
            return "UTF-8";
        }
    }
}
