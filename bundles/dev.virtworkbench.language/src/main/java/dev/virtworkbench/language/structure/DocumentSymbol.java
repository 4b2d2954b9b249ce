package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import java.util.List;

/**
 * One line of a document's outline.
 *
 * @param name what it is, as in {@code disk vda}; never empty
 * @param detail what tells it from its like, as in {@code /images/a.qcow2}; may be empty
 * @param kind what sort of thing it is
 * @param span the whole element
 * @param selection the element's name; lies in {@code span}
 * @param children what is outlined below it, in document order
 */
public record DocumentSymbol(String name, String detail, SymbolKind kind, Span span, Span selection,
        List<DocumentSymbol> children) {

    public DocumentSymbol {
        children = List.copyOf(children);
    }
}
