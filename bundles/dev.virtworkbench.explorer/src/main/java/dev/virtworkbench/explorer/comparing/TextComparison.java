package dev.virtworkbench.explorer.comparing;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Texts side by side, or three ways where their common origin is known. What was merged into the left one can be saved. */
public final class TextComparison extends CompareEditorInput {

    /** A text and what its side is headed. */
    public record Titled(String title, String text) {
        /** Without the text, which may hold passwords. */
        @Override
        public String toString() {
            return title;
        }
    }

    /** Where a merged text goes. */
    @FunctionalInterface
    public interface Saving {
        /** Saves it. */
        void save(String merged) throws CoreException;
    }

    private final String name;
    private final TextSide left;
    private final TextSide right;
    private final Optional<TextSide> origin;
    private final Optional<Saving> saving;

    private TextComparison(String title, String name, Titled left, Titled right, Optional<Titled> origin,
            Optional<Saving> saving) {
        super(configuration(left, right, origin, saving.isPresent()));
        this.name = name;
        this.left = new TextSide(name, left.text(), saving.isPresent());
        this.right = new TextSide(name, right.text(), false);
        this.origin = origin.map(from -> new TextSide(name, from.text(), false));
        this.saving = saving;
        setTitle(title);
    }

    /** Opens a window with a comparison that changes nothing. On the UI thread. @param name of the document, as in {@code web.xml} */
    public static void openDialog(String title, String name, Titled left, Titled right) {
        CompareUI.openCompareDialog(new TextComparison(title, name, left, right, Optional.empty(), Optional.empty()));
    }

    /** Opens a comparison into whose left side the right one can be merged. On the UI thread. */
    public static void open(String title, String name, Titled left, Titled right, Saving saving) {
        CompareUI.openCompareEditor(new TextComparison(title, name, left, right, Optional.empty(), Optional.of(saving)));
    }

    /** The same for two texts that were made from one. */
    public static void openThreeWay(String title, String name, Titled left, Titled right, Titled origin, Saving saving) {
        CompareUI.openCompareEditor(
                new TextComparison(title, name, left, right, Optional.of(origin), Optional.of(saving)));
    }

    private static CompareConfiguration configuration(Titled left, Titled right, Optional<Titled> origin, boolean editable) {
        CompareConfiguration configuration = new CompareConfiguration();
        configuration.setLeftLabel(left.title());
        configuration.setRightLabel(right.title());
        origin.ifPresent(from -> configuration.setAncestorLabel(from.title()));
        configuration.setLeftEditable(editable);
        configuration.setRightEditable(false);
        return configuration;
    }

    /** Nothing, which the platform tells people, if the texts are the same. */
    @Override
    protected Object prepareInput(IProgressMonitor monitor) {
        if (left.text().equals(right.text())) {
            return null;
        }
        return origin.map(from -> new DiffNode(null, Differencer.CONFLICTING, from, left, right))
                .orElseGet(() -> new DiffNode(left, right));
    }

    @Override
    public void saveChanges(IProgressMonitor monitor) throws CoreException {
        super.saveChanges(monitor);
        if (saving.isPresent()) {
            saving.get().save(left.text());
        }
        setDirty(false);
    }

    /** The same comparison is not opened twice. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TextComparison that && name.equals(that.name) && Objects.equals(getTitle(), that.getTitle())
                && left.text().equals(that.left.text()) && right.text().equals(that.right.text());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
