package dev.virtworkbench.engine.difference;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/**
 * What differs in meaning between two documents of one kind. White space, comments, the order of what libvirt does not keep
 * in order, units, and what only tells a state are no differences. Immutable.
 *
 * @param changes in the order of the first document, what is new in the second behind its siblings
 * @param filledIn what a person's document lacks and libvirt fills in by itself; told apart because deleting it from a
 *        document deletes it from the object only until libvirt fills it in again
 */
public record Difference(List<Change> changes, List<Change> filledIn) {

    public Difference {
        changes = List.copyOf(changes);
        filledIn = List.copyOf(filledIn);
    }

    /**
     * Compares two documents. Both should be well-formed: what is not is compared as far as it was understood.
     *
     * @throws IllegalArgumentException if one has no root element, or the roots have different names
     */
    public static Difference of(XmlTree before, Origin beforeOrigin, XmlTree after, Origin afterOrigin) {
        return new Comparison(beforeOrigin, afterOrigin).compare(before, after);
    }

    /**
     * The element of libvirt's document that a person's became.
     *
     * @param among the element that it is a child of
     */
    public static Optional<XmlElement> counterpart(XmlElement persons, XmlElement among) {
        return new Comparison(Origin.PERSON, Origin.LIBVIRT).counterpart(persons, among);
    }

    /** Whether the two mean the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
