package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.formatting.Formatter;
import dev.virtworkbench.language.formatting.FormattingOptions;
import dev.virtworkbench.language.formatting.OnTypeFormatting;
import dev.virtworkbench.language.structure.AutoClose;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Lays out documents, parts of them, and the line that is being typed. */
public final class FormattingFeature {

    private final Session session;

    public FormattingFeature(Session session) {
        this.session = session;
    }

    public List<org.eclipse.lsp4j.TextEdit> whole(LibvirtDocument document, org.eclipse.lsp4j.FormattingOptions options) {
        return session.settings().format().enabled()
                ? Ranges.edits(document.tree().lines(), Formatter.document(document.tree(), layout(options))) : List.of();
    }

    public List<org.eclipse.lsp4j.TextEdit> range(LibvirtDocument document, Range range,
            org.eclipse.lsp4j.FormattingOptions options) {
        LineIndex lines = document.tree().lines();
        return session.settings().format().enabled()
                ? Ranges.edits(lines, Formatter.range(document.tree(), Ranges.span(lines, range), layout(options))) : List.of();
    }

    /** What a typed character calls for: the indentation of its line, or the end tag that {@code </} begins. */
    public List<org.eclipse.lsp4j.TextEdit> typed(LibvirtDocument document, Position position, String character,
            org.eclipse.lsp4j.FormattingOptions options) {
        if (!session.settings().format().enabled() || character == null || character.isEmpty()) {
            return List.of();
        }
        LineIndex lines = document.tree().lines();
        int offset = Ranges.offset(lines, position);
        List<TextEdit> edits = new ArrayList<>(
                OnTypeFormatting.at(document.tree(), offset, character.charAt(0), layout(options)));
        if (character.equals("/") && !session.client().closesTags()) {
            closing(document, position).ifPresent(text -> edits.add(TextEdit.insert(offset, text)));
        }
        return Ranges.edits(lines, edits);
    }

    /** The text that closes the element whose start tag, or whose {@code </}, was just typed. */
    public static Optional<String> closing(LibvirtDocument document, Position position) {
        return AutoClose.at(document.tree(), Ranges.offset(document.tree().lines(), position));
    }

    private FormattingOptions layout(org.eclipse.lsp4j.FormattingOptions asked) {
        FormattingOptions usual = FormattingOptions.LIBVIRT;
        if (asked == null) {
            return usual;
        }
        return new FormattingOptions(asked.getTabSize(), asked.isInsertSpaces(), usual.attributes(),
                session.settings().format().maxBlankLines().orElse(usual.maxBlankLines()),
                asked.isInsertFinalNewline());
    }
}
