package dev.virtworkbench.language.syntax;

import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.SyntaxProblem.RepairKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds prefixes to namespaces, and finds what Namespaces in XML 1.0 refuses. */
final class NamespaceCheck {

    private final List<SyntaxProblem> problems;
    private final Set<String> reported = new HashSet<>();

    private NamespaceCheck(List<SyntaxProblem> problems) {
        this.problems = problems;
    }

    static void check(List<XmlNode> nodes, List<SyntaxProblem> problems) {
        new NamespaceCheck(problems).document(nodes);
    }

    /** An element still to be looked at, and what is bound around it. */
    private record Pending(XmlElement element, Map<String, String> bindings) {
    }

    /** In document order, and without recursion, as a text may nest deeper than a thread's stack. */
    private void document(List<XmlNode> nodes) {
        Deque<Pending> rest = new ArrayDeque<>();
        push(nodes, Map.of("", "", "xml", Namespaces.XML), rest);
        while (!rest.isEmpty()) {
            Pending next = rest.pop();
            Map<String, String> inner = declare(next.element(), next.bindings());
            bind(next.element(), inner);
            push(next.element().children(), inner, rest);
        }
    }

    private static void push(List<XmlNode> nodes, Map<String, String> bindings, Deque<Pending> rest) {
        for (XmlNode node : nodes.reversed()) {
            if (node instanceof XmlElement element) {
                rest.push(new Pending(element, bindings));
            }
        }
    }

    private Map<String, String> declare(XmlElement element, Map<String, String> outer) {
        Map<String, String> inner = outer;
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.declaresNamespace()) {
                continue;
            }
            attribute.namespace = Namespaces.XMLNS;
            String prefix = attribute.name().equals("xmlns") ? "" : attribute.localName();
            String uri = attribute.value();
            boolean wrong = prefix.equals("xmlns") || uri.equals(Namespaces.XMLNS)
                    || prefix.equals("xml") != uri.equals(Namespaces.XML) || !prefix.isEmpty() && uri.isEmpty()
                    || attribute.name().equals("xmlns:");
            if (wrong && attribute.valueSpan().isPresent()) {
                problems.add(new SyntaxProblem(SyntaxCode.BAD_NAMESPACE_DECLARATION, attribute.nameSpan(),
                        List.of(attribute.name()), List.of()));
            } else {
                inner = inner == outer ? new HashMap<>(outer) : inner;
                inner.put(prefix, uri);
            }
        }
        return inner;
    }

    private void bind(XmlElement element, Map<String, String> bindings) {
        element.namespace = element.name().indexOf(':') < 0 ? bindings.get("")
                : resolve(element.name(), element.nameSpan(), element, bindings);
        Set<String> expanded = null;
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.name().indexOf(':') < 0 || attribute.declaresNamespace()) {
                continue;
            }
            attribute.namespace = resolve(attribute.name(), attribute.nameSpan(), element, bindings);
            expanded = expanded == null ? new HashSet<>() : expanded;
            boolean sameName = element.attribute(attribute.name()).orElseThrow() != attribute;
            if (!attribute.namespace.isEmpty() && !expanded.add(attribute.namespace + " " + attribute.localName())
                    && !sameName) {
                problems.add(new SyntaxProblem(SyntaxCode.DUPLICATE_ATTRIBUTE, attribute.nameSpan(),
                        List.of(attribute.name()), List.of(Repair.replace(RepairKind.REMOVE_ATTRIBUTE,
                                attribute.span(), attribute.name(), ""))));
            }
        }
    }

    private String resolve(String name, Span span, XmlElement element, Map<String, String> bindings) {
        if (!Namespaces.isQualifiedName(name)) {
            problems.add(new SyntaxProblem(SyntaxCode.BAD_NAME, span, List.of(name), List.of()));
            return "";
        }
        String prefix = Namespaces.prefix(name);
        String namespace = bindings.get(prefix);
        if (namespace != null) {
            return namespace;
        }
        if (reported.add(prefix)) {
            problems.add(new SyntaxProblem(SyntaxCode.UNBOUND_PREFIX, new Span(span.start(), span.start() + prefix.length()),
                    List.of(prefix), declaration(prefix, element)));
        }
        return "";
    }

    private static List<Repair> declaration(String prefix, XmlElement element) {
        XmlElement root = element;
        while (root.parent != null) {
            root = root.parent;
        }
        XmlElement outermost = root;
        return KnownNamespaces.namespace(prefix)
                .map(namespace -> KnownNamespaces.declaration(prefix, namespace, outermost))
                .map(edit -> List.of(new Repair(RepairKind.DECLARE_NAMESPACE, edit.newText(), List.of(edit))))
                .orElse(List.of());
    }
}
