package dev.virtworkbench.editor.outline;

import dev.virtworkbench.language.structure.DocumentSymbol;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of the outline. It equals the line of an earlier state of the document that has the same place in the tree and the same name, so
 * that what is open and selected stays so while somebody types.
 */
final class OutlineNode {

    private final OutlineNode parent;
    private final DocumentSymbol symbol;
    private final int ordinal;
    private final List<OutlineNode> children;

    /** @param ordinal how many lines of that name stand before it below the same parent */
    private OutlineNode(OutlineNode parent, DocumentSymbol symbol, int ordinal) {
        this.parent = parent;
        this.symbol = symbol;
        this.ordinal = ordinal;
        this.children = of(this, symbol.children());
    }

    /** The lines of a document's symbols. */
    static List<OutlineNode> of(List<DocumentSymbol> symbols) {
        return of(null, symbols);
    }

    private static List<OutlineNode> of(OutlineNode parent, List<DocumentSymbol> symbols) {
        Map<String, Integer> seen = new HashMap<>();
        List<OutlineNode> nodes = new ArrayList<>(symbols.size());
        for (DocumentSymbol symbol : symbols) {
            nodes.add(new OutlineNode(parent, symbol, seen.merge(symbol.name(), 1, Integer::sum) - 1));
        }
        return List.copyOf(nodes);
    }

    /** The innermost of some lines, or of those below, whose element is around an offset. */
    static Optional<OutlineNode> at(List<OutlineNode> nodes, int offset) {
        for (OutlineNode node : nodes) {
            Span span = node.symbol.span();
            if (span.start() <= offset && offset < span.end()) {
                Optional<OutlineNode> inner = at(node.children, offset);
                return inner.isPresent() ? inner : Optional.of(node);
            }
        }
        return Optional.empty();
    }

    DocumentSymbol symbol() {
        return symbol;
    }

    Optional<OutlineNode> parent() {
        return Optional.ofNullable(parent);
    }

    List<OutlineNode> children() {
        return children;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutlineNode node && ordinal == node.ordinal && symbol.name().equals(node.symbol.name())
                && Objects.equals(parent, node.parent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol.name(), ordinal, parent);
    }

    @Override
    public String toString() {
        return symbol.detail().isEmpty() ? symbol.name() : symbol.name() + " " + symbol.detail();
    }
}
