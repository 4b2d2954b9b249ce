package dev.virtworkbench.editor.formatting;

import dev.virtworkbench.editor.content.ActiveEditor;
import dev.virtworkbench.editor.content.DocumentEdits;
import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.editor.content.OpenText;
import dev.virtworkbench.editor.preferences.DocumentSettings;
import dev.virtworkbench.language.formatting.Formatter;
import dev.virtworkbench.language.formatting.FormattingOptions;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Lays out what is selected, or the whole document. */
public final class FormatHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor active = ActiveEditor.of(event);
        if (active != null && OpenText.isLibvirt(active.document())) {
            XmlTree tree = DocumentTrees.of(active.document());
            int start = active.selection().getOffset();
            int length = active.selection().getLength();
            DocumentEdits.apply(active.editor(), length == 0 ? Formatter.document(tree, options())
                    : Formatter.range(tree, new Span(start, start + length), options()));
        }
        return null;
    }

    private static FormattingOptions options() {
        FormattingOptions usual = FormattingOptions.LIBVIRT;
        return new FormattingOptions(usual.tabSize(), usual.insertSpaces(), usual.attributes(), DocumentSettings.blankLines(),
                usual.insertFinalNewline());
    }
}
