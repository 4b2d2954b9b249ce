package dev.virtworkbench.editor.outline;

import dev.virtworkbench.language.structure.DocumentSymbol;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the outline, or what all lines are below. It lives as long as what it stands for: as the document changes it takes on the
 * symbol of the new state, so that what is open and selected stays so, and only what looks different is drawn again. On the UI thread.
 */
final class OutlineNode {

    private final OutlineNode parent;
    private DocumentSymbol symbol;
    private List<OutlineNode> children = List.of();

    /** What a new state of the document means for what is drawn: lines that read differently, and lines with others below them. */
    record Changes(List<OutlineNode> relabelled, List<OutlineNode> restructured) {
        Changes() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private OutlineNode(OutlineNode parent) {
        this.parent = parent;
    }

    /** What the lines of a document are below; it has no symbol. */
    static OutlineNode root() {
        return new OutlineNode(null);
    }

    /** Takes on the symbols of a new state of the document. @return what is to be drawn again */
    Changes update(List<DocumentSymbol> symbols) {
        Changes changes = new Changes();
        merge(symbols, changes);
        return changes;
    }

    /** The innermost line whose element is around an offset. */
    Optional<OutlineNode> at(int offset) {
        for (OutlineNode child : children) {
            Span span = child.symbol.span();
            if (span.start() <= offset && offset < span.end()) {
                return child.at(offset).or(() -> Optional.of(child));
            }
        }
        return Optional.empty();
    }

    /** What is shown; null for the root. */
    DocumentSymbol symbol() {
        return symbol;
    }

    /** The line above; the root for the first, null for the root. */
    OutlineNode parent() {
        return parent;
    }

    List<OutlineNode> children() {
        return children;
    }

    @Override
    public String toString() {
        return symbol == null ? "" : symbol.detail().isEmpty() ? symbol.name() : symbol.name() + " " + symbol.detail();
    }

    private void become(DocumentSymbol now, Changes changes) {
        boolean same = symbol != null && symbol.name().equals(now.name()) && symbol.detail().equals(now.detail())
                && symbol.kind() == now.kind();
        if (symbol != null && !same) {
            changes.relabelled().add(this);
        }
        symbol = now;
        merge(now.children(), changes);
    }

    /** Lines keep what they stand for by name from both ends; between these typing has changed something, and they go by their order. */
    private void merge(List<DocumentSymbol> symbols, Changes changes) {
        int before = children.size();
        int now = symbols.size();
        int tail = 0;
        while (tail < Math.min(before, now) && sameName(children.get(before - 1 - tail), symbols.get(now - 1 - tail))) {
            tail++;
        }
        List<OutlineNode> merged = new ArrayList<>(now);
        for (int i = 0; i < now; i++) {
            int fromEnd = now - 1 - i;
            OutlineNode node = fromEnd < tail ? children.get(before - 1 - fromEnd)
                    : i < before - tail ? children.get(i) : new OutlineNode(this);
            node.become(symbols.get(i), changes);
            merged.add(node);
        }
        if (before != now) {
            changes.restructured().add(this);
        }
        children = List.copyOf(merged);
    }

    private static boolean sameName(OutlineNode node, DocumentSymbol symbol) {
        return node.symbol.name().equals(symbol.name());
    }
}
