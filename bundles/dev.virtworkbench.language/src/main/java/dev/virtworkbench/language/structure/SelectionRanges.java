package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlMarkup;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What "expand selection" selects, step by step: word, value, quoted value, attribute, all attributes, tag,
 * content, element, and so on outwards to the document.
 */
public final class SelectionRanges {

    private final String text;
    private final int offset;
    private final List<Span> spans = new ArrayList<>();

    private SelectionRanges(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    /**
     * The steps at a cursor, innermost first; each lies in the next and is shorter. Never empty: the last is
     * the document.
     */
    public static List<Span> at(XmlTree tree, int offset) {
        int length = tree.text().length();
        SelectionRanges ranges = new SelectionRanges(tree.text(), Math.clamp(offset, 0, length));
        ranges.add(new Span(0, length));
        // A cursor between two nodes touches both; which of them counts, the smallest span decides.
        ranges.outwards(tree.nodeAt(ranges.offset));
        ranges.outwards(tree.nodeAt(ranges.offset - 1));
        return ranges.nested();
    }

    private void outwards(Optional<XmlNode> innermost) {
        for (XmlNode node = innermost.orElse(null); node != null; node = node.parent().orElse(null)) {
            node(node);
        }
    }

    private void node(XmlNode node) {
        switch (node) {
            case XmlElement element -> element(element);
            case XmlText data when data.blank() && !data.cdata() -> { }
            case XmlText data -> {
                add(data.span());
                addWords(data.cdata() ? inner(data.span(), "<![CDATA[", "]]>") : data.trimmed());
            }
            case XmlMarkup markup -> {
                add(markup.span());
                addWords(markup.kind() == XmlMarkup.Kind.COMMENT ? inner(markup.span(), "<!--", "-->") : markup.span());
            }
        }
    }

    private void element(XmlElement element) {
        add(element.span());
        if (!element.selfClosing()) {
            add(element.content());
            add(trimmed(element.content()));
        }
        add(element.startTag());
        add(element.nameSpan());
        element.endTag().ifPresent(this::add);
        element.endNameSpan().ifPresent(this::add);
        List<XmlAttribute> attributes = element.attributes();
        if (!attributes.isEmpty()) {
            add(new Span(attributes.getFirst().span().start(), attributes.getLast().span().end()));
        }
        for (XmlAttribute attribute : attributes) {
            add(attribute.span());
            add(attribute.nameSpan());
            attribute.quotedSpan().ifPresent(this::add);
            attribute.valueSpan().ifPresent(this::addWords);
        }
    }

    /** A run of text, and the word of it that the cursor touches. */
    private void addWords(Span run) {
        add(run);
        if (!run.touches(offset)) {
            return;
        }
        int start = offset;
        while (start > run.start() && isWord(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < run.end() && isWord(text.charAt(end))) {
            end++;
        }
        add(new Span(start, end));
    }

    private void add(Span span) {
        if (!span.isEmpty() && span.touches(offset)) {
            spans.add(span);
        }
    }

    /** Of all spans that the cursor touches, those that lie in one another. */
    private List<Span> nested() {
        spans.sort(Comparator.comparingInt(Span::length));
        List<Span> steps = new ArrayList<>();
        for (Span span : spans) {
            if (steps.isEmpty() || contains(span, steps.getLast()) && span.length() > steps.getLast().length()) {
                steps.add(span);
            }
        }
        return steps.isEmpty() ? List.of(Span.at(offset)) : List.copyOf(steps);
    }

    private Span inner(Span span, String opening, String closing) {
        int start = Math.min(span.start() + opening.length(), span.end());
        int end = span.end() - closing.length();
        return trimmed(new Span(start, end >= start && text.startsWith(closing, end) ? end : span.end()));
    }

    private Span trimmed(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || c == '-' || c == '.';
    }
}
