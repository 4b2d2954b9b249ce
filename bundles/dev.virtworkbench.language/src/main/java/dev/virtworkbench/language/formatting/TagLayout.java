package dev.virtworkbench.language.formatting;

import dev.virtworkbench.language.formatting.FormattingOptions.Attributes;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;

/** Lays out the white space inside tags. */
final class TagLayout {

    private final String text;
    private final FormattingOptions options;
    private final WhiteSpaceEdits edits;

    TagLayout(String text, FormattingOptions options, WhiteSpaceEdits edits) {
        this.text = text;
        this.options = options;
        this.edits = edits;
    }

    /** A sound start tag that stands behind {@code indentation}. */
    void startTag(XmlElement element, String indentation) {
        List<XmlAttribute> attributes = element.attributes();
        int from = element.nameSpan().end();
        String aligned = alignment(element, indentation);
        for (int i = 0; i < attributes.size(); i++) {
            XmlAttribute attribute = attributes.get(i);
            gap(from, attribute.span().start(), breaksBefore(from, attribute, i, attributes.size()) ? aligned : null);
            equalsSign(attribute);
            from = attribute.span().end();
        }
        int close = element.startTag().end() - (element.selfClosing() ? 2 : 1);
        if (options.attributes() == Attributes.KEEP && edits.lineBreaks(from, close) > 0) {
            edits.breakLine(from, close, 1, indentation);
        } else {
            edits.replace(from, close, "");
        }
    }

    /** The tag's lines but the first, indented anew; nothing else. */
    void reindent(XmlElement element, String indentation) {
        int from = element.nameSpan().end();
        String aligned = alignment(element, indentation);
        for (XmlAttribute attribute : element.attributes()) {
            int start = attribute.span().start();
            if (edits.isBlank(from, start) && edits.lineBreaks(from, start) > 0) {
                edits.breakLine(from, start, edits.lineBreaks(from, start), aligned);
            }
            from = attribute.span().end();
        }
    }

    /** A sound end tag. */
    void endTag(Span tag, Span name) {
        edits.replace(name.end(), tag.end() - 1, "");
    }

    /**
     * Where attributes on lines of their own start: below the first, or one step in if that has a line of its
     * own too.
     */
    String alignment(XmlElement element, String indentation) {
        boolean hanging = options.attributes() == Attributes.KEEP && !element.attributes().isEmpty()
                && edits.lineBreaks(element.nameSpan().end(), element.attributes().getFirst().span().start()) > 0;
        return hanging ? indentation + options.step()
                : indentation + " ".repeat(1 + element.name().length() + 1);
    }

    private boolean breaksBefore(int from, XmlAttribute attribute, int index, int count) {
        return switch (options.attributes()) {
            case KEEP -> edits.lineBreaks(from, attribute.span().start()) > 0;
            case ONE_A_LINE -> index > 0 && count > 1;
            case ONE_LINE -> false;
        };
    }

    private void gap(int start, int end, String indentation) {
        if (indentation == null) {
            edits.replace(start, end, " ");
        } else {
            edits.breakLine(start, end, 1, indentation);
        }
    }

    private void equalsSign(XmlAttribute attribute) {
        int value = attribute.quotedSpan().map(Span::start).orElse(attribute.nameSpan().end());
        int sign = text.indexOf('=', attribute.nameSpan().end());
        if (sign >= 0 && sign < value) {
            edits.replace(attribute.nameSpan().end(), sign, "");
            edits.replace(sign + 1, value, "");
        }
    }
}
