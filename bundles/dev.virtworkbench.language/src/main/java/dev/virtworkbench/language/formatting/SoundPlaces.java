package dev.virtworkbench.language.formatting;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.SyntaxProblem;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlMarkup;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Tells what of a malformed document is sound enough to be laid out. */
final class SoundPlaces {

    private final String text;
    private final NavigableSet<Integer> problems = new TreeSet<>();

    SoundPlaces(XmlTree tree) {
        text = tree.text();
        for (SyntaxProblem problem : tree.problems()) {
            problems.add(problem.span().start());
        }
    }

    /** Whether nothing is wrong between the start and the end of a tag. */
    boolean tag(Span tag) {
        return free(tag);
    }

    /** Whether it is certain where an element ends. */
    boolean closed(XmlElement element) {
        if (!element.startTagFinished() || !element.closed()) {
            return false;
        }
        return element.selfClosing() || element.endTag().filter(tag -> text.charAt(tag.end() - 1) == '>').isPresent()
                && element.endNameSpan().filter(name -> name.of(text).equals(element.name())).isPresent();
    }

    /** Whether it is certain where a node ends. */
    boolean ends(XmlNode node) {
        return switch (node) {
            case XmlElement element -> closed(element);
            case XmlMarkup markup -> free(markup.span());
            case XmlText data -> !data.cdata() || free(data.span());
        };
    }

    /** Whether it is certain where an element ends, and nothing is wrong in the text directly inside. */
    boolean content(XmlElement element) {
        if (!closed(element)) {
            return false;
        }
        for (XmlNode child : element.children()) {
            if (child instanceof XmlText data && !free(data.span())) {
                return false;
            }
        }
        return true;
    }

    private boolean free(Span span) {
        Integer next = problems.ceiling(span.start());
        return next == null || next >= span.end();
    }
}
