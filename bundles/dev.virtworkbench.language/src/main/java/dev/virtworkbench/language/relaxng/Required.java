package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.Pattern.Attribute;
import dev.virtworkbench.language.relaxng.Pattern.Choice;
import dev.virtworkbench.language.relaxng.Pattern.Element;
import dev.virtworkbench.language.relaxng.Pattern.Group;
import dev.virtworkbench.language.relaxng.Pattern.Interleave;
import dev.virtworkbench.language.relaxng.Pattern.OneOrMore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The names without which a pattern cannot be matched: each stands in every one of its matches.
 *
 * @param elements names of child elements, in the schema's order
 * @param attributes names of attributes, in the schema's order
 */
record Required(SequencedSet<QName> elements, SequencedSet<QName> attributes) {

    private static final Required NOTHING = of(new LinkedHashSet<>(), new LinkedHashSet<>());

    static Required by(Pattern pattern) {
        if (pattern.isNullable() || !pattern.hasElements() && !pattern.hasAttributes()) {
            return NOTHING;
        }
        Required required = pattern.memo().required();
        if (required == null) {
            required = switch (pattern) {
                case Element element when element.definition().nameClass() instanceof NameClass.Name one ->
                        new Required(only(one.name()), NOTHING.attributes);
                case Attribute attribute when attribute.nameClass() instanceof NameClass.Name one ->
                        new Required(NOTHING.elements, only(one.name()));
                case Group group -> all(List.of(by(group.first()), by(group.second())));
                case Interleave interleave -> all(ofEach(interleave.members()));
                case Choice choice -> common(ofEach(choice.alternatives()));
                case OneOrMore many -> by(many.operand());
                default -> NOTHING;
            };
            pattern.memo().required(required);
        }
        return required;
    }

    /** What all have in common. */
    static Required common(List<Required> each) {
        SequencedSet<QName> elements = new LinkedHashSet<>(each.getFirst().elements);
        SequencedSet<QName> attributes = new LinkedHashSet<>(each.getFirst().attributes);
        for (Required one : each) {
            elements.retainAll(one.elements);
            attributes.retainAll(one.attributes);
        }
        return of(elements, attributes);
    }

    private static Required all(List<Required> each) {
        SequencedSet<QName> elements = new LinkedHashSet<>();
        SequencedSet<QName> attributes = new LinkedHashSet<>();
        for (Required one : each) {
            elements.addAll(one.elements);
            attributes.addAll(one.attributes);
        }
        return of(elements, attributes);
    }

    private static Required of(SequencedSet<QName> elements, SequencedSet<QName> attributes) {
        return new Required(Collections.unmodifiableSequencedSet(elements),
                Collections.unmodifiableSequencedSet(attributes));
    }

    private static SequencedSet<QName> only(QName name) {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(Set.of(name)));
    }

    private static List<Required> ofEach(Pattern[] patterns) {
        List<Required> each = new ArrayList<>(patterns.length);
        for (Pattern pattern : patterns) {
            each.add(by(pattern));
        }
        return each;
    }
}
