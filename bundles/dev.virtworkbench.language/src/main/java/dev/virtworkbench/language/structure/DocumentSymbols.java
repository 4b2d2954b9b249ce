package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;

/** The outline of a document: what its author thinks of it as, not every tag of it. */
public final class DocumentSymbols {

    /** Deeper than any libvirt document goes; what is nested deeper is no outline any more. */
    private static final int DEEPEST = 24;

    private DocumentSymbols() {
    }

    /** The outline, from the root down; several where a malformed document has several roots. */
    public static List<DocumentSymbol> of(XmlTree tree) {
        return symbols(tree.nodes(), 0);
    }

    private static List<DocumentSymbol> symbols(List<XmlNode> nodes, int depth) {
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (XmlNode node : nodes) {
            if (node instanceof XmlElement element) {
                SymbolLabel label = SymbolLabels.of(element);
                List<XmlNode> below = depth < DEEPEST ? outlined(element) : List.of();
                symbols.add(new DocumentSymbol(label.name(), label.detail(), label.kind(), element.span(),
                        element.nameSpan(), symbols(below, depth + 1)));
            }
        }
        return List.copyOf(symbols);
    }

    /**
     * A device's label says what its children do, but for the images that its image builds on, and so does a
     * filter rule's; metadata is other programs' business.
     */
    private static List<XmlNode> outlined(XmlElement element) {
        if (element.name().equals("metadata") || element.name().equals("rule")) {
            return List.of();
        }
        boolean device = element.parent().filter(parent -> parent.name().equals("devices")).isPresent();
        boolean backing = element.name().equals("backingStore");
        return device || backing ? element.children().stream().filter(DocumentSymbols::isBackingStore).toList()
                : element.children();
    }

    private static boolean isBackingStore(XmlNode node) {
        return node instanceof XmlElement element && element.name().equals("backingStore")
                && !(element.children().isEmpty() && element.attributes().isEmpty());
    }
}
