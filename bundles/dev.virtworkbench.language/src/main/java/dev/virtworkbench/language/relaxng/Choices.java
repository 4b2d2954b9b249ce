package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.Pattern.Attribute;
import dev.virtworkbench.language.relaxng.Pattern.Choice;
import dev.virtworkbench.language.relaxng.Pattern.Element;
import dev.virtworkbench.language.relaxng.Pattern.Group;
import dev.virtworkbench.language.relaxng.Pattern.Interleave;
import dev.virtworkbench.language.relaxng.Pattern.OneOrMore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what may come next in a frontier: which elements, attributes and text. */
final class Choices {

    private final Derivatives derivatives;
    private final PatternTable table;

    Choices(Derivatives derivatives) {
        this.derivatives = derivatives;
        this.table = derivatives.table();
    }

    Required required(Frontier frontier) {
        List<Required> each = new ArrayList<>();
        for (Frontier.Entry entry : frontier.entries()) {
            each.add(Required.by(entry.left()));
        }
        return Required.common(each);
    }

    List<ElementChoice> elements(Frontier frontier) {
        Map<NameClass, List<ElementDefinition>> found = new LinkedHashMap<>();
        for (Frontier.Entry entry : frontier.entries()) {
            elements(entry.left(), found);
        }
        Required required = required(frontier);
        List<ElementChoice> choices = new ArrayList<>();
        found.forEach((nameClass, definitions) -> choices.add(new ElementChoice(nameClass, definitions,
                nameClass instanceof NameClass.Name one && required.elements().contains(one.name()))));
        return List.copyOf(choices);
    }

    private void elements(Pattern pattern, Map<NameClass, List<ElementDefinition>> found) {
        if (!pattern.hasElements()) {
            return;
        }
        switch (pattern) {
            case Element element -> {
                ElementDefinition definition = element.definition();
                if (definition.content() != table.notAllowed) {
                    for (NameClass nameClass : single(definition.nameClass())) {
                        List<ElementDefinition> known = found.computeIfAbsent(nameClass, n -> new ArrayList<>(1));
                        if (!known.contains(definition)) {
                            known.add(definition);
                        }
                    }
                }
            }
            case Choice choice -> {
                for (Pattern alternative : choice.alternatives()) {
                    elements(alternative, found);
                }
            }
            case Interleave interleave -> {
                for (Pattern member : interleave.members()) {
                    elements(member, found);
                }
            }
            case Group group -> {
                elements(group.first(), found);
                if (group.first().isNullable()) {
                    elements(group.second(), found);
                }
            }
            case OneOrMore many -> elements(many.operand(), found);
            default -> { }
        }
    }

    List<AttributeChoice> attributes(Frontier frontier) {
        Map<NameClass, Attribute> found = new LinkedHashMap<>();
        for (Frontier.Entry entry : frontier.entries()) {
            attributes(entry.left(), found);
        }
        Required required = required(frontier);
        List<AttributeChoice> choices = new ArrayList<>();
        found.forEach((nameClass, first) -> {
            if (nameClass instanceof NameClass.Name one) {
                choices.add(new AttributeChoice(nameClass, attributeValues(frontier, one.name()),
                        required.attributes().contains(one.name()), first.location()));
            } else {
                choices.add(new AttributeChoice(nameClass, values(first.value()), false, first.location()));
            }
        });
        return List.copyOf(choices);
    }

    private void attributes(Pattern pattern, Map<NameClass, Attribute> found) {
        if (!pattern.hasAttributes()) {
            return;
        }
        switch (pattern) {
            case Attribute attribute -> single(attribute.nameClass()).forEach(nc -> found.putIfAbsent(nc, attribute));
            case Choice choice -> {
                for (Pattern alternative : choice.alternatives()) {
                    attributes(alternative, found);
                }
            }
            case Interleave interleave -> {
                for (Pattern member : interleave.members()) {
                    attributes(member, found);
                }
            }
            case Group group -> {
                attributes(group.first(), found);
                attributes(group.second(), found);
            }
            case OneOrMore many -> attributes(many.operand(), found);
            default -> { }
        }
    }

    /** A name class of each name listed, and one of each wildcard. */
    private static List<NameClass> single(NameClass nameClass) {
        return nameClass instanceof NameClass.NameChoice choice
                ? choice.alternatives().stream().flatMap(nc -> single(nc).stream()).toList() : List.of(nameClass);
    }

    ValueChoices attributeValues(Frontier frontier, QName name) {
        List<Pattern> values = new ArrayList<>();
        for (Frontier.Entry entry : frontier.entries()) {
            for (PatternMemo.Branch branch : derivatives.attribute(entry.left(), name)) {
                values.add(branch.inside());
            }
        }
        return values(table.choice(values));
    }

    ValueChoices values(Pattern pattern) {
        return new ValueChoices(derivatives, textIn(pattern, pattern.isNullable()));
    }

    ValueChoices textValues(Frontier frontier) {
        List<Pattern> values = new ArrayList<>();
        for (Frontier.Entry entry : frontier.entries()) {
            values.add(textIn(entry.left(), entry.left().isNullable()));
        }
        return new ValueChoices(derivatives, table.choice(values));
    }

    private Pattern textIn(Pattern pattern, boolean nullable) {
        Pattern text = textIn(pattern);
        return nullable ? table.optional(text) : text;
    }

    /** A choice of the kinds of text that may stand next in content. */
    private Pattern textIn(Pattern pattern) {
        if (!pattern.hasText()) {
            return table.notAllowed;
        }
        return switch (pattern) {
            case Choice choice -> textIn(choice.alternatives());
            case Interleave interleave -> textIn(interleave.members());
            case Group group -> group.first().isNullable()
                    ? textIn(new Pattern[] {group.first(), group.second()}) : textIn(group.first());
            case OneOrMore many -> textIn(many.operand());
            default -> pattern;
        };
    }

    private Pattern textIn(Pattern[] patterns) {
        List<Pattern> texts = new ArrayList<>(patterns.length);
        for (Pattern pattern : patterns) {
            texts.add(textIn(pattern));
        }
        return table.choice(texts);
    }
}
