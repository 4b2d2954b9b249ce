package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;

/**
 * One place where a document leaves its schema, as structured data: words and fixes are made from it later. The state in each is
 * the one in which the token at fault was refused.
 */
sealed interface Mistake {

    /** Where it shows. */
    Span span();

    /** The element in whose tag or content it shows. */
    XmlElement element();

    /** A name that the schema does not have here, nor anywhere if {@code knownElsewhere} is false. */
    record UnknownElement(XmlElement element, MatchState before, List<QName> suggestions, boolean knownElsewhere)
            implements Mistake {

        @Override
        public Span span() {
            return element.nameSpan();
        }
    }

    /** An element that may stand here once, for the second time. */
    record DuplicateElement(XmlElement element, XmlElement first) implements Mistake {

        @Override
        public Span span() {
            return element.nameSpan();
        }
    }

    /** An element that has to stand behind {@code later}, its sibling. */
    record ElementOutOfOrder(XmlElement element, XmlElement later) implements Mistake {

        @Override
        public Span span() {
            return element.nameSpan();
        }
    }

    /**
     * Child elements are missing.
     *
     * @param at where the first of them is expected: before this child; null for the end of the content
     * @param names what is expected; one of several where the schema leaves a choice
     */
    record MissingElements(XmlElement element, XmlElement at, MatchState state, List<QName> names) implements Mistake {

        @Override
        public Span span() {
            return element.nameSpan();
        }
    }

    /**
     * An attribute the element does not have.
     *
     * @param conflict another attribute of the element whose value rules this one out; null if none does
     * @param choice an attribute of the element around it that would have to be another for this one to be right; null if there is none
     */
    record UnknownAttribute(XmlAttribute attribute, MatchState inTag, List<QName> suggestions, XmlAttribute conflict, Choice choice)
            implements Mistake {

        /** What an attribute would have to be. */
        record Choice(XmlAttribute attribute, String value) {
        }

        UnknownAttribute with(Choice other) {
            return new UnknownAttribute(attribute, inTag, suggestions, conflict, other);
        }

        @Override
        public Span span() {
            return attribute.nameSpan();
        }

        @Override
        public XmlElement element() {
            return attribute.owner();
        }
    }

    record MissingAttributes(XmlElement element, MatchState inTag, List<QName> names) implements Mistake {

        @Override
        public Span span() {
            return element.nameSpan();
        }
    }

    record WrongValue(XmlAttribute attribute, MatchState inTag, ValueChoices allowed, List<String> suggestions)
            implements Mistake {

        @Override
        public Span span() {
            return attribute.valueSpan().filter(value -> !value.isEmpty()).or(attribute::quotedSpan)
                    .orElse(attribute.nameSpan());
        }

        @Override
        public XmlElement element() {
            return attribute.owner();
        }
    }

    /** Text that the element does not take, or the lack of text that it needs. */
    record WrongText(XmlElement element, Span span, String text, ValueChoices allowed, List<String> suggestions)
            implements Mistake {
    }

    /** Text in an element that has none. */
    record UnexpectedText(XmlElement element, Span span) implements Mistake {
    }
}
