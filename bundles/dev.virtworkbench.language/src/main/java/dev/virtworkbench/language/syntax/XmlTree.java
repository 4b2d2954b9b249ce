package dev.virtworkbench.language.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.Optional;

/** A document as it is written, whatever is missing in it: its nodes, and what keeps it from being well-formed. */
public final class XmlTree {

    private final String text;
    private volatile LineIndex lines;
    private final List<XmlNode> nodes;
    private final List<SyntaxProblem> problems;

    XmlTree(String text, List<XmlNode> nodes, List<SyntaxProblem> problems) {
        this.text = text;
        this.nodes = List.copyOf(nodes);
        this.problems = problems.isEmpty() ? List.of() : problems.stream().sorted(Comparator.comparingInt(p -> p.span().start())).toList();
    }

    /** Reads a text, whatever it is; never throws. Runs in time linear in the text's length for all but hostile input. */
    public static XmlTree parse(String text) {
        return parse(text, Nesting.UNKNOWN);
    }

    /** Reads a text with some knowledge of the vocabulary, which places missing end tags better. */
    public static XmlTree parse(String text, Nesting nesting) {
        return parse(text, root -> nesting);
    }

    /** The same, where the vocabulary depends on the name of the root; it is asked only if something is not closed. */
    public static XmlTree parse(String text, Function<String, Nesting> nestings) {
        return new XmlParser(text, nestings).parse();
    }

    public String text() {
        return text;
    }

    /** Worked out when first asked for; two threads may both do so, and come to the same. */
    public LineIndex lines() {
        LineIndex known = lines;
        if (known == null) {
            known = new LineIndex(text);
            lines = known;
        }
        return known;
    }

    /** The nodes at the top level: declaration, comments, the root, and whatever should not be there. */
    public List<XmlNode> nodes() {
        return nodes;
    }

    /** The first element at the top level. */
    public Optional<XmlElement> root() {
        for (XmlNode node : nodes) {
            if (node instanceof XmlElement element) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** What is not well-formed, in document order. */
    public List<SyntaxProblem> problems() {
        return problems;
    }

    public boolean wellFormed() {
        return problems.isEmpty();
    }

    /** The innermost element that a cursor at {@code offset} stands in: behind its {@code <} and before its end. */
    public Optional<XmlElement> elementAt(int offset) {
        XmlElement found = null;
        List<XmlNode> level = nodes;
        while (true) {
            XmlElement inner = null;
            for (XmlNode node : level) {
                if (node instanceof XmlElement element && element.startTag().start() < offset
                        && (offset < element.span().end() || offset == element.span().end() && !ended(element))) {
                    inner = element;
                }
            }
            if (inner == null) {
                return Optional.ofNullable(found);
            }
            found = inner;
            level = inner.children();
        }
    }

    private static boolean ended(XmlElement element) {
        return element.closed() && (element.startTagFinished() || element.endTag().isPresent());
    }

    /** The innermost node whose span touches a cursor at {@code offset}; of two neighbours the one that starts there. */
    public Optional<XmlNode> nodeAt(int offset) {
        XmlNode found = null;
        List<XmlNode> level = nodes;
        while (true) {
            XmlNode inner = null;
            for (XmlNode node : level) {
                if (node.span().touches(offset)) {
                    inner = node;
                }
            }
            if (inner == null) {
                return Optional.ofNullable(found);
            }
            found = inner;
            if (!(inner instanceof XmlElement element)) {
                return Optional.of(inner);
            }
            level = element.children();
        }
    }

    /** All elements in document order. */
    public List<XmlElement> elements() {
        List<XmlElement> all = new ArrayList<>();
        Deque<XmlElement> rest = new ArrayDeque<>();
        push(nodes, rest);
        while (!rest.isEmpty()) {
            XmlElement next = rest.pop();
            all.add(next);
            push(next.children(), rest);
        }
        return Collections.unmodifiableList(all);
    }

    private static void push(List<XmlNode> level, Deque<XmlElement> rest) {
        for (int i = level.size() - 1; i >= 0; i--) {
            if (level.get(i) instanceof XmlElement element) {
                rest.push(element);
            }
        }
    }
}
