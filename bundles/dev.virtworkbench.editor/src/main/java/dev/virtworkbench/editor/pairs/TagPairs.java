package dev.virtworkbench.editor.pairs;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ICharacterPairMatcher;
import org.eclipse.jface.text.source.ICharacterPairMatcherExtension;

/**
 * Shows the delimiter that belongs to the one at the caret, and goes there: {@code <} of a start tag and {@code >} of its end tag,
 * {@code >} of the one and {@code <} of the other, the quotes of a value.
 */
public final class TagPairs implements ICharacterPairMatcher, ICharacterPairMatcherExtension {

    private int anchor = LEFT;

    @Override
    public IRegion match(IDocument document, int offset) {
        return pairs(document, offset).stream().filter(pair -> touchesEnd(pair, offset))
                .min(Comparator.comparingInt(Span::length)).map(pair -> found(pair, offset)).orElse(null);
    }

    @Override
    public IRegion match(IDocument document, int offset, int length) {
        return match(document, offset + length);
    }

    @Override
    public IRegion findEnclosingPeerCharacters(IDocument document, int offset, int length) {
        int from = Math.min(offset, offset + length);
        int to = Math.max(offset, offset + length);
        return pairs(document, from).stream().filter(pair -> pair.start() < from && to < pair.end())
                .min(Comparator.comparingInt(Span::length)).map(pair -> found(pair, from)).orElse(null);
    }

    @Override
    public boolean isMatchedChar(char character) {
        return "<>\"'".indexOf(character) >= 0;
    }

    @Override
    public boolean isMatchedChar(char character, IDocument document, int offset) {
        return isMatchedChar(character);
    }

    @Override
    public boolean isRecomputationOfEnclosingPairRequired(IDocument document, IRegion current, IRegion previous) {
        return true;
    }

    @Override
    public int getAnchor() {
        return anchor;
    }

    @Override
    public void clear() {
        // nothing is kept
    }

    @Override
    public void dispose() {
        // nothing is held
    }

    private IRegion found(Span pair, int offset) {
        anchor = offset - pair.start() <= 1 ? LEFT : RIGHT;
        return new Region(pair.start(), pair.length());
    }

    private static boolean touchesEnd(Span pair, int offset) {
        return offset - pair.start() <= 1 && offset >= pair.start() || pair.end() - offset <= 1 && offset <= pair.end();
    }

    /** The pairs of the elements around a place, each from its first to its last delimiter. */
    private static List<Span> pairs(IDocument document, int offset) {
        XmlTree tree = DocumentTrees.of(document);
        List<Span> pairs = new ArrayList<>();
        // Right before and right behind an element the caret touches it and is not in it.
        for (int at : new int[] {offset - 1, offset, offset + 1}) {
            for (Optional<XmlElement> element = tree.elementAt(at); element.isPresent(); element = element.get().parent()) {
                addPairs(element.get(), pairs);
            }
        }
        return pairs;
    }

    private static void addPairs(XmlElement element, List<Span> pairs) {
        element.attributes().forEach(attribute -> attribute.quotedSpan().filter(quoted -> quoted.length() > 1).ifPresent(pairs::add));
        if (element.endTag().isPresent() && element.startTagFinished()) {
            pairs.add(element.span());
            pairs.add(new Span(element.startTag().end() - 1, element.endTag().get().start() + 1));
        } else if (element.selfClosing()) {
            pairs.add(element.startTag());
        }
    }
}
