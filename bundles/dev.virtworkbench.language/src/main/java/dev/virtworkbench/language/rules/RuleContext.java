package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule may look at: a document that is known to be libvirt's, what is told of it, and its workspace. Immutable. */
public final class RuleContext {

    private final XmlTree tree;
    private final WorkspaceFacts workspace;
    private final ToldSpots told;
    private final List<XmlElement> elements = new ArrayList<>();
    private final Map<String, List<XmlElement>> byName = new HashMap<>();

    /**
     * Reads the tree once; rules then find elements by name without walking it again.
     *
     * @param known what is told of the document already; one mistake gets one finding
     */
    public RuleContext(XmlTree tree, WorkspaceFacts workspace, List<Finding> known) {
        this.tree = tree;
        this.workspace = workspace;
        this.told = new ToldSpots(known);
        Deque<XmlNode> next = new ArrayDeque<>(tree.nodes());
        while (!next.isEmpty()) {
            if (next.pop() instanceof XmlElement element) {
                // libvirt's own elements have no namespace; what others keep in <metadata> has one.
                if (element.namespace().isEmpty()) {
                    elements.add(element);
                    byName.computeIfAbsent(element.name(), name -> new ArrayList<>()).add(element);
                }
                List<XmlNode> children = element.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    next.push(children.get(i));
                }
            }
        }
    }

    public XmlTree tree() {
        return tree;
    }

    public WorkspaceFacts workspace() {
        return workspace;
    }

    /**
     * Whether something is told already of a spot. A rule that misses something in an element asks about the whole element: what
     * is missing may just be misspelt.
     */
    boolean isTold(Span span) {
        return told.meet(span);
    }

    /** The root element, if that is its name. */
    public Optional<XmlElement> root(String name) {
        return tree.root().filter(root -> root.name().equals(name) && root.namespace().isEmpty());
    }

    /** libvirt's elements, in document order; those of other namespaces are left out. */
    public List<XmlElement> elements() {
        return Collections.unmodifiableList(elements);
    }

    /** libvirt's elements of that name, wherever they stand, in document order. */
    public List<XmlElement> elements(String name) {
        return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
    }
}
