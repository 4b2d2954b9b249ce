package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.AttributeChoice;
import dev.virtworkbench.language.relaxng.ElementChoice;
import dev.virtworkbench.language.relaxng.Instance;
import dev.virtworkbench.language.relaxng.Instances;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.NameClass;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Says what was most likely meant by a token that the grammar refuses. Candidates are the names and values most like the one
 * written; among them the one wins under which the rest of the element makes most sense.
 */
final class Recovery {

    /** How many candidates are tried on the rest of the element. */
    private static final int TRIALS = 4;
    /** How many mistakes of a trial are counted: more is no better a reason against it. */
    private static final int COUNTED = 4;
    /** Attributes with more listed values than this are no choice between forms of an element. */
    private static final int LITERALS = 24;
    /** Elements longer than this, in characters, are not gone through once more for each value. */
    private static final int TRIED = 4_000;

    /**
     * What to make of a refused token.
     *
     * @param as the state behind the element's name under the name that was meant; null if the element is passed over
     * @param next where to go on
     */
    record Guess(Mistake mistake, MatchState as, MatchState next) {
    }

    private final SchemaNames names;
    private final boolean trial;

    Recovery(SchemaNames names, boolean trial) {
        this.names = names;
        this.trial = trial;
    }

    // ---- elements

    Guess element(XmlElement element, MatchState before) {
        QName name = Names.of(element);
        boolean known = names.knowsElement(name);
        List<QName> similar = similarElements(element, before);
        Optional<XmlElement> first = earlierSibling(element);
        if (!similar.isEmpty() && (!known || first.isEmpty() && isSlip(element, similar.getFirst(), before))) {
            MatchState as = before.startTag(similar.getFirst()).orElseThrow();
            return new Guess(new Mistake.UnknownElement(element, before, similar, known), as, before);
        }
        if (first.isPresent()) {
            return new Guess(new Mistake.DuplicateElement(element, first.get()), null, before);
        }
        Optional<Guess> missing = missingBefore(element, name, before);
        return missing.orElseGet(() -> new Guess(new Mistake.UnknownElement(element, before, similar, known), null, before));
    }

    private List<QName> similarElements(XmlElement element, MatchState before) {
        List<QName> similar = new ArrayList<>();
        for (ElementChoice choice : before.elements()) {
            if (choice.nameClass() instanceof NameClass.Name one && one.name().namespace().equals(element.namespace())
                    && Similarity.close(element.localName(), one.name().local())) {
                similar.add(one.name());
            }
        }
        return bestFirst(similar, element.localName(), name -> mistakesInside(element, before.startTag(name)));
    }

    /** Whether an element whose name is allowed elsewhere is a misspelling all the same. */
    private boolean isSlip(XmlElement element, QName meant, MatchState before) {
        return Similarity.distance(element.localName(), meant.local()) == 1
                && !(element.attributes().isEmpty() && element.children().isEmpty())
                && mistakesInside(element, before.startTag(meant)) == 0;
    }

    /** The one before that took the place; where none may stand, none has. */
    private Optional<XmlElement> earlierSibling(XmlElement element) {
        return element.parent().filter(parent -> names.mayContain(Names.of(parent), Names.of(element)))
                .flatMap(parent -> parent.elements(element.name()).stream().findFirst()).filter(first -> first != element);
    }

    /** Whether the element would be right if another, required one stood before it. */
    private Optional<Guess> missingBefore(XmlElement element, QName name, MatchState before) {
        MatchState state = before;
        List<QName> missing = new ArrayList<>();
        while (missing.size() < 3) {
            Optional<QName> next = state.missingElements().stream().findFirst();
            if (next.isEmpty() || missing.contains(next.get())) {
                return Optional.empty();
            }
            Optional<MatchState> tag = state.startTag(next.get());
            if (tag.isEmpty()) {
                return Optional.empty();
            }
            missing.add(next.get());
            state = tag.get().closeStartTagIgnoringMissing().endTagIgnoringMissing();
            if (state.startTag(name).isPresent()) {
                XmlElement parent = element.parent().orElseThrow();
                Optional<XmlElement> later = parent.elements().stream()
                        .filter(sibling -> Names.of(sibling).equals(missing.getFirst())).findFirst();
                Mistake mistake = later.isPresent() ? new Mistake.ElementOutOfOrder(element, later.get())
                        : new Mistake.MissingElements(parent, element, before, missing);
                return Optional.of(new Guess(mistake, null, state));
            }
        }
        return Optional.empty();
    }

    List<QName> missingElements(MatchState state) {
        if (!state.missingElements().isEmpty()) {
            return List.copyOf(state.missingElements());
        }
        return Instances.completion(state).map(content -> content.children().stream().map(Instance::name).toList())
                .orElse(List.of());
    }

    // ---- attributes

    /** @param tag the state behind the element's name, before any attribute */
    Guess attribute(XmlAttribute attribute, MatchState inTag, MatchState tag) {
        QName name = Names.of(attribute);
        ValueChoices allowed = inTag.attributeValues(name);
        return allowed.nothing() ? unknownAttribute(attribute, name, inTag, tag)
                : wrongValue(attribute, name, allowed, inTag);
    }

    private Guess wrongValue(XmlAttribute attribute, QName name, ValueChoices allowed, MatchState inTag) {
        List<String> suggestions = bestFirst(ValueSuggestions.of(allowed, attribute.value()), attribute.value(),
                value -> mistakesBehind(attribute.owner(), inTag.attribute(name, value)));
        MatchState next = suggestions.isEmpty() ? inTag.attribute(name).orElse(inTag)
                : inTag.attribute(name, suggestions.getFirst()).orElse(inTag);
        return new Guess(new Mistake.WrongValue(attribute, inTag, allowed, suggestions), null, next);
    }

    private Guess unknownAttribute(XmlAttribute attribute, QName name, MatchState inTag, MatchState tag) {
        List<QName> similar = new ArrayList<>();
        List<QName> required = new ArrayList<>();
        for (AttributeChoice choice : inTag.attributes()) {
            if (choice.nameClass() instanceof NameClass.Name one && one.name().namespace().equals(attribute.namespace())
                    && attribute.owner().attribute(one.name().local()).isEmpty()) {
                if (Similarity.close(attribute.localName(), one.name().local())) {
                    similar.add(one.name());
                } else if (choice.required() && choice.values().accepts(attribute.value())) {
                    required.add(one.name());
                }
            }
        }
        List<QName> suggestions = new ArrayList<>(bestFirst(similar, attribute.localName(),
                candidate -> (inTag.attributeValues(candidate).accepts(attribute.value()) ? 0 : COUNTED)
                        + mistakesBehind(attribute.owner(), inTag.attribute(candidate))));
        suggestions.addAll(required);
        MatchState next = suggestions.isEmpty() ? inTag : inTag.attribute(suggestions.getFirst(), attribute.value())
                .or(() -> inTag.attribute(suggestions.getFirst())).orElse(inTag);
        XmlAttribute conflict = tag.attribute(name).isEmpty() ? null : conflict(attribute, name, tag);
        return new Guess(new Mistake.UnknownAttribute(attribute, inTag, suggestions, conflict, null), null, next);
    }

    /** The other attribute without which this one would be allowed. */
    private static XmlAttribute conflict(XmlAttribute attribute, QName name, MatchState tag) {
        for (XmlAttribute other : attribute.owner().attributes()) {
            MatchState without = tag;
            for (XmlAttribute each : attribute.owner().attributes()) {
                if (each != other && each != attribute) {
                    without = without.attribute(Names.of(each), each.value()).orElse(without);
                }
            }
            if (other != attribute && without.attribute(name).isPresent()) {
                return other;
            }
        }
        return null;
    }

    /** Values of an attribute that is not there, by the mistakes that each leaves in the element; ties keep their order. */
    List<String> valuesByContent(XmlElement element, MatchState inTag, QName name, List<String> values) {
        record Weighed(String value, int mistakes) {
        }
        return values.stream().map(value -> new Weighed(value, mistakesBehind(element, inTag.attribute(name, value))))
                .sorted(Comparator.comparingInt(Weighed::mistakes)).map(Weighed::value).toList();
    }

    /**
     * @param mistake what is said instead
     * @param behind the state behind the start tag, had the attribute been there
     */
    record Choice(Mistake mistake, MatchState behind) {
    }

    /**
     * Whether one attribute that is not there, with one of the values that the schema lists for it, explains all mistakes in an
     * element. A single misspelling explains itself better.
     */
    Optional<Choice> missingChoice(XmlElement element, MatchState tag, List<Mistake> found) {
        if (found.size() > COUNTED * 4 || found.stream().anyMatch(Recovery::explainsItself)) {
            return Optional.empty();
        }
        MatchState inTag = tag;
        for (XmlAttribute attribute : element.attributes()) {
            inTag = inTag.attribute(Names.of(attribute), attribute.value()).orElse(inTag);
        }
        for (AttributeChoice attribute : inTag.attributes()) {
            if (attribute.nameClass() instanceof NameClass.Name one && !attribute.required()
                    && attribute.values().literals().size() > 1 && attribute.values().literals().size() <= LITERALS) {
                for (String value : attribute.values().literals()) {
                    if (mistakesInside(element, tag.attribute(one.name(), value)) == 0) {
                        MatchState behind = inTag.attribute(one.name(), value).orElseThrow().closeStartTagIgnoringMissing();
                        return Optional.of(new Choice(
                                new Mistake.MissingAttributes(element, inTag, List.of(one.name())), behind));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Which value of one of an element's own attributes would make an attribute right that one of its children has, because it leaves
     * fewer mistakes in the element: {@code block} for a disk of files whose source is a device.
     *
     * @param tag the state behind the element's name
     * @param found all mistakes in the element
     */
    Optional<Mistake.UnknownAttribute.Choice> otherChoice(XmlElement element, MatchState tag, List<Mistake> found) {
        if (found.size() >= COUNTED || element.span().length() > TRIED) {
            return Optional.empty();
        }
        Mistake.UnknownAttribute.Choice best = null;
        int fewest = found.size();
        for (XmlAttribute changed : element.attributes()) {
            for (String value : tag.attributeValues(Names.of(changed)).literals()) {
                int left = value.equals(changed.value()) ? fewest
                        : mistakesBehind(element, Optional.of(withAttributes(element, tag, changed, value)));
                if (left < fewest) {
                    fewest = left;
                    best = new Mistake.UnknownAttribute.Choice(changed, value);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static MatchState withAttributes(XmlElement element, MatchState tag, XmlAttribute changed, String value) {
        MatchState state = tag;
        for (XmlAttribute each : element.attributes()) {
            state = state.attribute(Names.of(each), each == changed ? value : each.value()).orElse(state);
        }
        return state;
    }

    private static boolean explainsItself(Mistake mistake) {
        return switch (mistake) {
            case Mistake.UnknownElement m -> !m.suggestions().isEmpty();
            case Mistake.UnknownAttribute m -> !m.suggestions().isEmpty();
            case Mistake.WrongValue m -> !m.suggestions().isEmpty();
            case Mistake.WrongText m -> true;
            case Mistake.UnexpectedText m -> true;
            case Mistake.DuplicateElement m -> true;
            case Mistake.ElementOutOfOrder m -> true;
            case Mistake.MissingElements m -> true;
            case Mistake.MissingAttributes m -> true;
        };
    }

    List<QName> missingAttributes(MatchState inTag) {
        if (!inTag.missingAttributes().isEmpty()) {
            return List.copyOf(inTag.missingAttributes());
        }
        return Instances.completion(inTag)
                .map(content -> content.attributes().stream().map(Instance.AttributeInstance::name).toList())
                .orElse(List.of());
    }

    // ---- text

    Mistake text(XmlElement element, Span span, String text, MatchState state) {
        ValueChoices allowed = state.textValues();
        return new Mistake.WrongText(element, span, text, allowed, ValueSuggestions.of(allowed, text));
    }

    // ---- weighing

    /** By the mistakes that each leaves, then by likeness. */
    private <T> List<T> bestFirst(List<T> candidates, String written, ToIntFunction<T> mistakes) {
        Comparator<T> likeness = Comparator.comparingInt(candidate -> Similarity.distanceIgnoringCase(written,
                candidate instanceof QName name ? name.local() : candidate.toString()));
        List<T> nearest = candidates.stream().sorted(likeness).limit(TRIALS).toList();
        if (trial || nearest.size() < 2) {
            return nearest;
        }
        record Weighed<T>(T candidate, int mistakes) {
        }
        return nearest.stream().map(candidate -> new Weighed<>(candidate, mistakes.applyAsInt(candidate)))
                .sorted(Comparator.comparingInt(Weighed::mistakes)).map(Weighed::candidate).toList();
    }

    private int mistakesInside(XmlElement element, Optional<MatchState> tag) {
        if (tag.isEmpty()) {
            return COUNTED;
        }
        Mistakes counted = new Mistakes(COUNTED);
        new Matching(names, counted, true).inside(element, tag.get());
        return counted.count();
    }

    private int mistakesBehind(XmlElement element, Optional<MatchState> inTag) {
        if (inTag.isEmpty()) {
            return COUNTED;
        }
        Mistakes counted = new Mistakes(COUNTED);
        Optional<MatchState> closed = inTag.get().closeStartTag();
        new Matching(names, counted, true).content(element, closed.orElseGet(inTag.get()::closeStartTagIgnoringMissing));
        return counted.count() + (closed.isPresent() ? 0 : 1);
    }
}
