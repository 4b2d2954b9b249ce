package dev.virtworkbench.editor.pairs;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.language.structure.LinkedEditing;
import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.link.LinkedModeModel;

/** Changes the name in an end tag with the one in its start tag, and the other way round. */
public final class TagNameLinking implements IAutoEditStrategy {

    private static final Pattern NAME_PART = Pattern.compile(LinkedEditing.WORD_PATTERN);

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        // Linked mode, of a snippet or a renaming, does the same by itself.
        if (LinkedModeModel.hasInstalledModel(document) || !NAME_PART.matcher(command.text).matches()
                || command.text.isEmpty() && command.length == 0) {
            return;
        }
        List<Span> names = LinkedEditing.at(DocumentTrees.of(document), command.offset);
        for (Span name : names) {
            if (name.touches(command.offset) && name.touches(command.offset + command.length)) {
                Span other = name.equals(names.getFirst()) ? names.getLast() : names.getFirst();
                link(command, other.start() + command.offset - name.start());
                return;
            }
        }
    }

    private static void link(DocumentCommand command, int offset) {
        try {
            command.addCommand(offset, command.length, command.text, null);
            // Counted before the change; what is written there moves it.
            command.caretOffset = command.offset + command.length;
        } catch (BadLocationException e) {
            throw new IllegalStateException("tag names overlap", e);
        }
    }
}
