package dev.virtworkbench.editor.pairs;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IDocument;

/**
 * What somebody is about to type, and the document as it will be: edits to that document become part of the command.
 *
 * @param command what is about to be done to the document
 * @param after the document as the command alone would leave it
 * @param caret where the caret is then: behind what is typed, if nothing else is said
 */
record TypedEdit(DocumentCommand command, XmlTree after, int caret) {

    static TypedEdit of(IDocument document, DocumentCommand command) {
        return of(document, command, command.text.length());
    }

    /** @param caret where the caret goes, counted from the beginning of what is typed */
    static TypedEdit of(IDocument document, DocumentCommand command, int caret) {
        StringBuilder text = new StringBuilder(document.get());
        text.replace(command.offset, command.offset + command.length, command.text);
        return new TypedEdit(command, XmlTree.parse(text.toString()), command.offset + caret);
    }

    /**
     * Adds edits to what is typed. The caret goes behind what they write where it stands.
     *
     * @param edits of {@link #after}, which do not overlap; none for nothing to change
     * @param behindCaret what is to be written behind the caret
     */
    void add(List<TextEdit> edits, String behindCaret) {
        int typedEnd = command.offset + command.text.length();
        int from = edits.stream().mapToInt(edit -> edit.span().start()).reduce(command.offset, Math::min);
        int to = edits.stream().mapToInt(edit -> edit.span().end()).reduce(typedEnd, Math::max);
        List<TextEdit> shifted = edits.stream()
                .map(edit -> new TextEdit(new Span(edit.span().start() - from, edit.span().end() - from), edit.newText())).toList();
        StringBuilder text = new StringBuilder(TextEdit.apply(after.text().substring(from, to), shifted));
        int newCaret = caretBehind(edits);
        command.length += command.offset - from + to - typedEnd;
        command.offset = from;
        command.text = text.insert(newCaret - from, behindCaret).toString();
        command.caretOffset = newCaret;
        command.shiftsCaret = false;
    }

    private int caretBehind(List<TextEdit> edits) {
        int moved = caret;
        for (TextEdit edit : edits) {
            if (edit.span().start() <= caret) {
                moved += edit.newText().length() - (Math.min(edit.span().end(), caret) - edit.span().start());
            }
        }
        return moved;
    }
}
