package dev.virtworkbench.language.syntax;

import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.SyntaxProblem.RepairKind;
import java.util.List;
import java.util.function.Function;

/** Guesses where an element without end tag was meant to end, and gives what does not belong to it back to its parent. */
final class UnclosedElements {

    private final String text;
    private final Function<String, Nesting> nestings;
    private Nesting nesting;

    UnclosedElements(String text, Function<String, Nesting> nestings) {
        this.text = text;
        this.nestings = nestings;
    }

    /** Ends {@code element} before the first child that is rather its sibling; that child and all behind it move up. */
    void cut(XmlElement element) {
        int kept = 0;
        while (kept < element.children.size() && belongs(element, element.children, kept)) {
            kept++;
        }
        if (kept < element.children.size() && element.parent != null) {
            List<XmlNode> given = element.children.subList(kept, element.children.size());
            List<XmlNode> siblings = element.parent.children;
            for (XmlNode node : given) {
                adopt(node, element.parent);
                siblings.add(node);
            }
            given.clear();
        }
        List<XmlNode> children = element.children;
        if (!children.isEmpty() && children.getLast() instanceof XmlText last && last.blank() && element.parent != null) {
            children.removeLast();
            adopt(last, element.parent);
            element.parent.children.add(element.parent.children.indexOf(element) + 1, last);
        }
        element.end = children.isEmpty() ? element.startTag().end() : contentEnd(children.getLast());
    }

    private static void adopt(XmlNode node, XmlElement parent) {
        switch (node) {
            case XmlElement child -> child.parent = parent;
            case XmlText child -> child.parent = parent;
            case XmlMarkup child -> child.parent = parent;
        }
    }

    private static int contentEnd(XmlNode last) {
        return last instanceof XmlText words && !words.blank() ? words.trimmed().end() : last.span().end();
    }

    private boolean belongs(XmlElement element, List<XmlNode> children, int index) {
        if (!(children.get(index) instanceof XmlElement child)) {
            return true;
        }
        if (element.parent == null) {
            return true;
        }
        Nesting nesting = nesting(element);
        Nesting.Answer inside = nesting.mayContain(element.name(), child.name());
        Nesting.Answer beside = nesting.mayContain(element.parent.name(), child.name());
        if (inside == Nesting.Answer.NO && beside == Nesting.Answer.YES) {
            return false;
        }
        if (inside == Nesting.Answer.YES && beside == Nesting.Answer.NO) {
            return true;
        }
        int own = indentation(element);
        int its = indentation(child);
        if (own < 0 || its < 0) {
            return inside == Nesting.Answer.YES;
        }
        return its > own;
    }

    /** What is known of documents with this root; asked for once, and only where something is not closed. */
    private Nesting nesting(XmlElement element) {
        if (nesting == null) {
            XmlElement root = element;
            while (root.parent != null) {
                root = root.parent;
            }
            nesting = nestings.apply(root.name());
        }
        return nesting;
    }

    /** The column of an element that is the first on its line; -1 for any other. */
    private int indentation(XmlElement element) {
        int start = element.startTag().start();
        int i = start;
        while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i == 0 || text.charAt(i - 1) == '\n' || text.charAt(i - 1) == '\r' ? start - i : -1;
    }

    List<Repair> repairs(XmlElement element) {
        int slash = element.startTag().end() - 1;
        Repair selfClose = Repair.insert(RepairKind.SELF_CLOSE, slash, "/");
        Repair endTag = Repair.insert(RepairKind.INSERT_END_TAG, element.end, endTag(element));
        boolean empty = element.children.stream().allMatch(c -> c instanceof XmlText words && words.blank());
        return empty ? List.of(selfClose, endTag) : List.of(endTag);
    }

    private String endTag(XmlElement element) {
        boolean block = element.children.stream().anyMatch(XmlElement.class::isInstance) && indentation(element) >= 0;
        String tag = "</" + element.name() + ">";
        if (!block) {
            return tag;
        }
        int start = element.startTag().start();
        String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        return lineBreak + text.substring(start - indentation(element), start) + tag;
    }

    /**
     * A start tag that lacks its {@code >} and whose element is never closed lacks {@code />}: what was said of the tag is
     * said again with that repair first.
     */
    void preferSelfClosing(XmlElement element, List<SyntaxProblem> problems) {
        for (int i = 0; i < problems.size(); i++) {
            SyntaxProblem problem = problems.get(i);
            if (problem.code() == SyntaxCode.UNFINISHED_START_TAG && problem.span().equals(element.nameSpan())) {
                List<Repair> selfClose = problem.repairs().stream()
                        .filter(repair -> repair.kind() == RepairKind.SELF_CLOSE).toList();
                problems.set(i, new SyntaxProblem(problem.code(), problem.span(), problem.arguments(), selfClose));
                return;
            }
        }
    }
}
