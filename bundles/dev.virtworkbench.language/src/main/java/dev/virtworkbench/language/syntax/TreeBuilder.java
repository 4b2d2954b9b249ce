package dev.virtworkbench.language.syntax;

import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.SyntaxProblem.RepairKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Nests the pieces of a text: the stack of open elements, and what to make of tags that do not match. */
final class TreeBuilder {

    private final String text;
    private final List<SyntaxProblem> problems;
    private final UnclosedElements unclosed;
    private final EndTagsAhead ahead;
    private final List<XmlNode> top = new ArrayList<>();
    private final List<XmlElement> open = new ArrayList<>();
    /** Elements without end tag: what was read as theirs may still go to their parents. */
    private final List<XmlElement> left = new ArrayList<>();
    private boolean rootSeen;

    TreeBuilder(String text, Function<String, Nesting> nestings, List<SyntaxProblem> problems) {
        this.text = text;
        this.problems = problems;
        this.unclosed = new UnclosedElements(text, nestings);
        this.ahead = new EndTagsAhead(text);
    }

    boolean inElement() {
        return !open.isEmpty();
    }

    void text(XmlText node) {
        if (open.isEmpty()) {
            if (!node.blank() && !node.cdata()) {
                add(SyntaxCode.TEXT_OUTSIDE_ROOT, node.trimmed(), List.of(), List.of(
                        Repair.replace(RepairKind.REMOVE, node.trimmed(), node.trimmed().of(text), "")));
            }
            top.add(node);
        } else {
            node.parent = open.getLast();
            open.getLast().children.add(node);
        }
    }

    void markup(XmlMarkup node) {
        if (open.isEmpty()) {
            top.add(node);
        } else {
            node.parent = open.getLast();
            open.getLast().children.add(node);
        }
    }

    void start(XmlElement element, boolean finished) {
        if (open.isEmpty()) {
            if (rootSeen) {
                add(SyntaxCode.SECOND_ROOT, element.nameSpan(), List.of(element.name()), List.of());
            }
            rootSeen = true;
            top.add(element);
        } else {
            element.parent = open.getLast();
            open.getLast().children.add(element);
        }
        if (element.selfClosing()) {
            element.freeze();
        } else {
            open.add(element);
        }
    }

    /** An end tag that names nothing: it closes whatever is open. */
    void namelessEnd(int start, int end, boolean finished) {
        if (open.isEmpty()) {
            add(SyntaxCode.STRAY_END_TAG, new Span(start, end), List.of(""),
                    List.of(Repair.replace(RepairKind.REMOVE_END_TAG, new Span(start, end), "", "")));
            return;
        }
        XmlElement element = open.removeLast();
        String name = element.name();
        add(SyntaxCode.UNFINISHED_END_TAG, new Span(start, end), List.of(name), List.of(
                Repair.insert(RepairKind.CLOSE_TAG, start + 2, finished ? name : name + ">")));
        close(element, new Span(start, end), Span.at(start + 2));
    }

    void end(Span tag, Span nameSpan) {
        String name = nameSpan.of(text);
        int match = lastOpen(name);
        if (open.isEmpty()) {
            add(SyntaxCode.STRAY_END_TAG, nameSpan, List.of(name),
                    List.of(Repair.replace(RepairKind.REMOVE_END_TAG, tag, "</" + name + ">", "")));
        } else if (match == open.size() - 1) {
            close(open.removeLast(), tag, nameSpan);
        } else if (closesInnermost(match, tag.end())) {
            XmlElement element = open.removeLast();
            add(SyntaxCode.MISMATCHED_END_TAG, nameSpan, List.of(name, element.name()), List.of(
                    Repair.replace(RepairKind.RENAME_END_TAG, nameSpan, element.name(), element.name())));
            close(element, tag, nameSpan);
        } else if (match >= 0) {
            while (open.size() > match + 1) {
                leaveUnclosed(open.removeLast());
            }
            close(open.removeLast(), tag, nameSpan);
        } else {
            add(SyntaxCode.STRAY_END_TAG, nameSpan, List.of(name), List.of(
                    Repair.replace(RepairKind.REMOVE_END_TAG, tag, "</" + name + ">", "")));
        }
    }

    private int lastOpen(String name) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether an end tag that does not name the innermost open element was meant for it all the same. The end tags that
     * follow tell: they fit either the elements below, or the innermost one itself.
     */
    private boolean closesInnermost(int match, int behind) {
        String next = ahead.nextUnmatched(behind);
        if (match < 0) {
            return !next.equals(open.getLast().name()) || open.size() > 1
                    && next.equals(open.get(open.size() - 2).name());
        }
        boolean fitsUnclosed = next.equals(match == 0 ? "" : open.get(match - 1).name());
        boolean fitsMisspelt = next.equals(open.size() < 2 ? "" : open.get(open.size() - 2).name());
        return fitsMisspelt && !fitsUnclosed;
    }

    private void close(XmlElement element, Span tag, Span name) {
        element.endTag = tag;
        element.endName = name;
        element.end = tag.end();
        element.freeze();
    }

    private void leaveUnclosed(XmlElement element) {
        unclosed.cut(element);
        left.add(element);
        if (element.startTagFinished()) {
            add(SyntaxCode.UNCLOSED_ELEMENT, element.nameSpan(), List.of(element.name()),
                    unclosed.repairs(element));
        } else {
            unclosed.preferSelfClosing(element, problems);
        }
    }

    /** Ends the document. */
    List<XmlNode> finish() {
        if (!rootSeen) {
            add(SyntaxCode.NO_ROOT, Span.at(0), List.of(), List.of());
        }
        endOfText();
        left.forEach(XmlElement::freeze);
        return top;
    }

    /** What is still open when the text ends: one mistake, told once, at the innermost element; the repair closes all. */
    private void endOfText() {
        XmlElement innermost = null;
        List<TextEdit> closings = new ArrayList<>();
        while (!open.isEmpty()) {
            XmlElement element = open.removeLast();
            unclosed.cut(element);
            left.add(element);
            if (!element.startTagFinished()) {
                unclosed.preferSelfClosing(element, problems);
                continue;
            }
            innermost = innermost == null ? element : innermost;
            closings.addAll(unclosed.repairs(element).getFirst().edits());
        }
        if (innermost != null) {
            add(SyntaxCode.UNCLOSED_ELEMENT, innermost.nameSpan(), List.of(innermost.name()), List.of(
                    new Repair(RepairKind.INSERT_END_TAG, "</" + innermost.name() + ">", closings)));
        }
    }

    private void add(SyntaxCode code, Span span, List<String> arguments, List<Repair> repairs) {
        problems.add(new SyntaxProblem(code, span, arguments, repairs));
    }
}
