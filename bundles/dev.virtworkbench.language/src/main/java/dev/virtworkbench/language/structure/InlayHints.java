package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in a readable binary unit what sizes amount to; nothing where they are written that way already. */
public final class InlayHints {

    private InlayHints() {
    }

    /** The hints of the whole document, by offset. */
    public static List<InlayHint> of(XmlTree tree) {
        return of(tree, new Span(0, tree.text().length()));
    }

    /** The hints that stand in {@code range}, its ends included, by offset. */
    public static List<InlayHint> of(XmlTree tree, Span range) {
        List<InlayHint> hints = new ArrayList<>();
        for (XmlElement element : tree.elements()) {
            if (!element.span().touches(range.start()) && !range.touches(element.span().start())) {
                continue;
            }
            for (XmlAttribute attribute : element.attributes()) {
                attribute.quotedSpan().ifPresent(quoted -> label(SizedPlaces.value(attribute),
                        SizedPlaces.writtenUnit(element, "@" + attribute.name()))
                        .ifPresent(label -> hints.add(
                                new InlayHint(quoted.end(), label, attribute.valueSpan().orElse(quoted)))));
            }
            element.textSpan().ifPresent(text -> label(SizedPlaces.text(element), SizedPlaces.writtenUnit(element, ""))
                    .ifPresent(label -> hints.add(new InlayHint(text.end(), label, text))));
        }
        return hints.stream()
                .filter(hint -> range.touches(hint.offset()))
                .sorted(Comparator.comparingInt(InlayHint::offset))
                .toList();
    }

    private static Optional<String> label(Optional<ByteSize> size, Optional<BigInteger> writtenUnit) {
        return size.filter(s -> s.bytes().signum() > 0)
                .filter(s -> writtenUnit.filter(s.readableUnit()::equals).isEmpty())
                .map(ByteSize::readable)
                .map(readable -> (readable.exact() ? "= " : "≈ ") + readable.text());
    }
}
