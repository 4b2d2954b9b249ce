package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.structure.FoldingRange.Kind;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlMarkup;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folds of a document: elements (their end tag stays visible), start tags over several lines, comments
 * and CDATA sections. No two folds start on one line, as editors show one mark a line: the longest wins.
 */
public final class FoldingRanges {

    private final LineIndex lines;
    private final Map<Integer, FoldingRange> byStartLine = new TreeMap<>();

    private FoldingRanges(LineIndex lines) {
        this.lines = lines;
    }

    /** All folds, by start line. */
    public static List<FoldingRange> of(XmlTree tree) {
        FoldingRanges folds = new FoldingRanges(tree.lines());
        tree.nodes().forEach(folds::leaf);
        for (XmlElement element : tree.elements()) {
            folds.element(element);
            element.children().forEach(folds::leaf);
        }
        return List.copyOf(folds.byStartLine.values());
    }

    private void element(XmlElement element) {
        int start = lines.line(element.startTag().start());
        int tagEnd = lines.line(element.startTag().end());
        add(start, tagEnd, Kind.REGION);
        int last = element.endTag()
                .map(tag -> lines.line(tag.start()) - 1)
                .orElseGet(() -> lines.line(element.span().end()));
        add(tagEnd, last, Kind.REGION);
    }

    private void leaf(XmlNode node) {
        switch (node) {
            case XmlMarkup markup when markup.kind() == XmlMarkup.Kind.COMMENT -> add(markup.span(), Kind.COMMENT);
            case XmlMarkup markup -> add(markup.span(), Kind.REGION);
            case XmlText text when text.cdata() -> add(text.span(), Kind.REGION);
            case XmlText text -> { }
            case XmlElement element -> { }
        }
    }

    private void add(Span span, Kind kind) {
        add(lines.line(span.start()), lines.line(span.end()), kind);
    }

    private void add(int startLine, int endLine, Kind kind) {
        if (endLine > startLine) {
            byStartLine.merge(startLine, new FoldingRange(startLine, endLine, kind),
                    (a, b) -> a.endLine() >= b.endLine() ? a : b);
        }
    }
}
