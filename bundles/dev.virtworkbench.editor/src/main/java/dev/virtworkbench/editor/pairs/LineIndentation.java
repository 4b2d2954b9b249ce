package dev.virtworkbench.editor.pairs;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.language.formatting.FormattingOptions;
import dev.virtworkbench.language.formatting.OnTypeFormatting;
import dev.virtworkbench.language.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextUtilities;

/** Indents a new line as the element around it asks, and opens one between a start tag and its end tag. */
public final class LineIndentation implements IAutoEditStrategy {

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        String lineBreak = command.text;
        if (TextUtilities.equals(document.getLegalLineDelimiters(), lineBreak) < 0) {
            return;
        }
        boolean between = command.length == 0 && isBetweenTags(document, command.offset);
        if (between) {
            command.text = lineBreak + lineBreak;
        }
        TypedEdit typed = TypedEdit.of(document, command, lineBreak.length());
        List<TextEdit> edits = new ArrayList<>(indentation(typed, typed.caret()));
        if (between) {
            edits.addAll(indentation(typed, typed.caret() + lineBreak.length()));
        }
        if (between || !edits.isEmpty()) {
            typed.add(edits, "");
        }
    }

    private static List<TextEdit> indentation(TypedEdit typed, int lineStart) {
        return OnTypeFormatting.at(typed.after(), lineStart, '\n', FormattingOptions.LIBVIRT);
    }

    private static boolean isBetweenTags(IDocument document, int offset) {
        return DocumentTrees.of(document).elementAt(offset).filter(element -> element.startTag().end() == offset
                && element.endTag().filter(tag -> tag.start() == offset).isPresent()).isPresent();
    }
}
