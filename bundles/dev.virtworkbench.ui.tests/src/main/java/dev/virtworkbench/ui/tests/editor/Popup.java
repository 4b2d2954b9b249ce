package dev.virtworkbench.ui.tests.editor;

import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.texteditor.ITextEditor;

/** The list that an editor offers: completions, quick fixes, choices at a tab stop. From any thread but the UI thread. */
public record Popup(Table table) {

    /** A look every 20 ms: far more than a list takes to come. */
    private static final int LOOKS_BEFORE_ASKING_AGAIN = 250;

    /** Asks for completions at the caret, as Ctrl+Space does. @param label how one of them begins */
    public static Popup completions(ITextEditor editor, String label) {
        return asked(editor, ISourceViewer.CONTENTASSIST_PROPOSALS, label);
    }

    /** Asks for quick fixes at the caret, as Ctrl+1 does. @param label how one of them begins */
    public static Popup fixes(ITextEditor editor, String label) {
        // the editor shows a file's marker some time after the file has it
        Ui.await("mistake at the caret", () -> mistakeAtCaret(editor));
        return asked(editor, ISourceViewer.QUICK_ASSIST, label);
    }

    private static boolean mistakeAtCaret(ITextEditor editor) {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        int caret = ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation each = all.next();
            Position place = each instanceof IQuickFixableAnnotation ? model.getPosition(each) : null;
            if (place != null && place.getOffset() <= caret && caret <= place.getOffset() + place.getLength()) {
                return true;
            }
        }
        return false;
    }

    private static Popup asked(ITextEditor editor, int operation, String label) {
        int[] looks = {0};
        return Ui.find("list with " + label, () -> {
            Optional<Popup> there = shown(label);
            // what the editor offers of itself while somebody types may have come in between: Escape, and asked again, as a person would
            if (there.isEmpty() && looks[0]++ % LOOKS_BEFORE_ASKING_AGAIN == 0) {
                shown("").ifPresent(other -> escape((StyledText) editor.getAdapter(Control.class)));
                editor.getAdapter(ITextOperationTarget.class).doOperation(operation);
            }
            return there;
        });
    }

    private static void escape(StyledText text) {
        Event key = new Event();
        key.character = SWT.ESC;
        key.keyCode = SWT.ESC;
        text.notifyListeners(SWT.KeyDown, key);
    }

    /** Waits for a list that has an entry which begins like this. */
    public static Popup with(String label) {
        return Ui.find("list with " + label, () -> shown(label));
    }

    private static Optional<Popup> shown(String label) {
        return Arrays.stream(Ui.display().getShells()).filter(shell -> shell.isVisible())
                .flatMap(shell -> Arrays.stream(shell.getChildren())).filter(Table.class::isInstance).map(Table.class::cast)
                .filter(table -> item(table, label).isPresent()).map(Popup::new).findFirst();
    }

    /** What it offers, in its order. */
    public List<String> labels() {
        return Ui.get(() -> Arrays.stream(table.getItems()).map(TableItem::getText).toList());
    }

    /** Moves to the entry that begins like this. */
    public Popup select(String label) {
        Ui.run(() -> {
            TableItem chosen = item(table, label).orElseThrow();
            table.setSelection(chosen);
            table.notifyListeners(SWT.Selection, about(chosen));
        });
        Ui.settle();
        return this;
    }

    /** Takes the entry that begins like this. */
    public void choose(String label) {
        select(label);
        Ui.run(() -> table.notifyListeners(SWT.DefaultSelection, about(item(table, label).orElseThrow())));
        Ui.settle();
    }

    private static Optional<TableItem> item(Table table, String label) {
        return Arrays.stream(table.getItems()).filter(item -> item.getText().startsWith(label)).findFirst();
    }

    private static Event about(TableItem item) {
        Event event = new Event();
        event.item = item;
        return event;
    }
}
