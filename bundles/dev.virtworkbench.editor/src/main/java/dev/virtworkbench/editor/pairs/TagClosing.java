package dev.virtworkbench.editor.pairs;

import dev.virtworkbench.editor.preferences.DocumentSettings;
import dev.virtworkbench.language.formatting.FormattingOptions;
import dev.virtworkbench.language.formatting.OnTypeFormatting;
import dev.virtworkbench.language.structure.AutoClose;
import dev.virtworkbench.language.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;

/** Writes the end tag behind the {@code >} of a start tag and for a {@code </}, and indents an end tag like its start tag. */
public final class TagClosing implements IAutoEditStrategy {

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (!command.text.equals(">") && !command.text.equals("/")) {
            return;
        }
        TypedEdit typed = TypedEdit.of(document, command);
        List<TextEdit> edits = new ArrayList<>(
                OnTypeFormatting.at(typed.after(), typed.caret(), command.text.charAt(0), FormattingOptions.LIBVIRT));
        boolean behind = command.text.equals(">");
        String end = behind && !DocumentSettings.closesTags() ? "" : AutoClose.at(typed.after(), typed.caret()).orElse("");
        if (!behind && !end.isEmpty()) {
            edits.add(TextEdit.insert(typed.caret(), end));
        }
        if (!edits.isEmpty() || !end.isEmpty()) {
            typed.add(edits, behind ? end : "");
        }
    }
}
