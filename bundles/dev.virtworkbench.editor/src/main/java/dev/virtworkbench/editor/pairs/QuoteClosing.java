package dev.virtworkbench.editor.pairs;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;

/** Writes the second quote of an attribute's value with the first, and goes over it when somebody types it. */
public final class QuoteClosing implements IAutoEditStrategy {

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (!command.text.equals("\"") && !command.text.equals("'") || command.length > 0) {
            return;
        }
        char quote = command.text.charAt(0);
        XmlTree tree = DocumentTrees.of(document);
        String text = tree.text();
        int offset = command.offset;
        Optional<XmlAttribute> attribute = tree.elementAt(offset).stream()
                .flatMap(element -> element.attributes().stream())
                .filter(it -> it.span().start() < offset && offset <= it.span().end()).findFirst();
        boolean next = offset < text.length() && text.charAt(offset) == quote;
        if (next && attribute.filter(it -> it.quote() == quote && endsAt(it, offset)).isPresent()) {
            command.length = 1;
        } else if (text.substring(0, offset).stripTrailing().endsWith("=") && attribute.filter(it -> it.quote() != 0).isEmpty()
                && insideTag(tree, offset) && !continues(text, offset)) {
            TypedEdit.of(document, command).add(List.of(), command.text);
        }
    }

    private static boolean endsAt(XmlAttribute attribute, int offset) {
        return attribute.valueSpan().filter(value -> value.end() == offset).isPresent();
    }

    private static boolean insideTag(XmlTree tree, int offset) {
        return tree.elementAt(offset).filter(element -> element.startTag().start() < offset
                && (offset < element.startTag().end() || !element.startTagFinished() && offset == element.startTag().end())).isPresent();
    }

    /** Whether something stands right behind that looks like the value to be quoted. */
    private static boolean continues(String text, int offset) {
        return offset < text.length() && " \t\r\n/><".indexOf(text.charAt(offset)) < 0;
    }
}
