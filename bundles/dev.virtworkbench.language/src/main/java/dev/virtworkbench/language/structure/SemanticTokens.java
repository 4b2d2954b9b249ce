package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.structure.SemanticToken.Type;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a document: what each name, value, reference and comment is. */
public final class SemanticTokens {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|0[xX][0-9a-fA-F]+)");
    private static final Pattern REFERENCE = Pattern.compile("&(#\\d+|#x[0-9a-fA-F]+|\\w+);");

    private final String text;
    private final Span range;
    private final List<SemanticToken> tokens = new ArrayList<>();

    private SemanticTokens(String text, Span range) {
        this.text = text;
        this.range = range;
    }

    /** The tokens of the whole document, in its order; they do not overlap. */
    public static List<SemanticToken> of(XmlTree tree) {
        return of(tree, new Span(0, tree.text().length()));
    }

    /** The tokens that lie in {@code range} or reach into it, in document order; they do not overlap. */
    public static List<SemanticToken> of(XmlTree tree, Span range) {
        SemanticTokens found = new SemanticTokens(tree.text(), range);
        tree.nodes().forEach(found::leaf);
        for (XmlElement element : tree.elements()) {
            found.element(element);
        }
        found.tokens.sort(Comparator.comparingInt(token -> token.span().start()));
        return List.copyOf(found.tokens);
    }

    private void element(XmlElement element) {
        name(element.nameSpan(), Type.TAG);
        element.endNameSpan().ifPresent(span -> name(span, Type.TAG));
        for (XmlAttribute attribute : element.attributes()) {
            name(attribute.nameSpan(), Type.ATTRIBUTE);
            Type type = attribute.name().equals("unit") ? Type.UNIT : Type.VALUE;
            attribute.valueSpan().ifPresent(span -> value(span, type));
        }
        boolean leaf = element.children().stream().noneMatch(XmlElement.class::isInstance);
        for (XmlNode child : element.children()) {
            if (child instanceof XmlText data && !data.cdata()) {
                text(data, leaf);
            } else {
                leaf(child);
            }
        }
    }

    private void leaf(XmlNode node) {
        switch (node) {
            case XmlMarkup markup when markup.kind() == XmlMarkup.Kind.COMMENT -> lines(markup.span(), Type.COMMENT);
            case XmlMarkup markup -> lines(markup.span(), Type.INSTRUCTION);
            case XmlText data when data.cdata() -> lines(withoutDelimiters(data), Type.VALUE);
            case XmlText data -> { }
            case XmlElement element -> { }
        }
    }

    private Span withoutDelimiters(XmlText cdata) {
        int start = Math.min(cdata.span().start() + "<![CDATA[".length(), cdata.span().end());
        int end = cdata.span().end() - "]]>".length();
        return new Span(start, end >= start && text.startsWith("]]>", end) ? end : cdata.span().end());
    }

    private void name(Span span, Type type) {
        int colon = span.of(text).indexOf(':');
        if (colon > 0) {
            token(new Span(span.start(), span.start() + colon), Type.PREFIX);
        }
        token(new Span(span.start() + colon + 1, span.end()), type);
    }

    private void text(XmlText data, boolean leaf) {
        if (leaf && !data.blank()) {
            value(data.trimmed(), Type.VALUE);
        } else {
            references(data.span());
        }
    }

    private void value(Span span, Type type) {
        if (type == Type.VALUE && NUMBER.matcher(text).region(span.start(), span.end()).matches()) {
            token(span, Type.NUMBER);
            return;
        }
        int from = span.start();
        for (Span reference : references(span)) {
            lines(new Span(from, reference.start()), type);
            from = reference.end();
        }
        lines(new Span(from, span.end()), type);
    }

    private List<Span> references(Span span) {
        List<Span> found = new ArrayList<>(0);
        Matcher matcher = REFERENCE.matcher(text).region(span.start(), span.end());
        while (matcher.find()) {
            Span reference = new Span(matcher.start(), matcher.end());
            token(reference, Type.REFERENCE);
            found.add(reference);
        }
        return found;
    }

    /** One token a line, without the indentation. */
    private void lines(Span span, Type type) {
        int from = span.start();
        for (int i = span.start(); i <= span.end(); i++) {
            boolean atEnd = i == span.end() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
            if (atEnd) {
                int start = from;
                while (start < i && text.charAt(start) <= ' ') {
                    start++;
                }
                token(new Span(start, i), type);
                from = i + 1;
            }
        }
    }

    private void token(Span span, Type type) {
        if (!span.isEmpty() && span.start() < range.end() && span.end() > range.start()) {
            tokens.add(new SemanticToken(span, type));
        }
    }
}
