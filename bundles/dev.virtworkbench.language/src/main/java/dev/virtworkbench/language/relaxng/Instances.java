package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.Instance.AttributeInstance;
import dev.virtworkbench.language.relaxng.Instance.Content;
import dev.virtworkbench.language.relaxng.Pattern.Attribute;
import dev.virtworkbench.language.relaxng.Pattern.Choice;
import dev.virtworkbench.language.relaxng.Pattern.Element;
import dev.virtworkbench.language.relaxng.Pattern.Group;
import dev.virtworkbench.language.relaxng.Pattern.Interleave;
import dev.virtworkbench.language.relaxng.Pattern.OneOrMore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the smallest pieces of a document that complete what is there: what must be inserted to make it valid. */
public final class Instances {

    private final Grammar grammar;
    private final Costs costs;
    private final Choices choices;
    private final List<AttributeInstance> attributes = new ArrayList<>();
    private final List<Instance> children = new ArrayList<>();
    private ValueChoices text;

    private Instances(Grammar grammar) {
        this.grammar = grammar;
        this.costs = grammar.costs();
        this.choices = new Choices(grammar.derivatives());
    }

    /**
     * The smallest element of a name that may stand at a place.
     *
     * @return empty if there may be none of that name, or it can never be valid
     */
    public static Optional<Instance> minimal(MatchState at, QName element) {
        return at.startTag(element).flatMap(Instances::completion).map(content -> new Instance(element, content));
    }

    /**
     * The least that must be inserted at a place before the element's end tag may come; inside of a start tag,
     * before the empty element may be closed.
     *
     * @return empty if nothing can complete the element
     */
    public static Optional<Content> completion(MatchState at) {
        if (at.canEnd()) {
            return Optional.of(new Content(List.of(), List.of(), Optional.empty()));
        }
        Costs costs = at.grammar().costs();
        Pattern cheapest = null;
        for (Frontier.Entry entry : at.frontier().entries()) {
            if (costs.of(entry.left()) < Costs.IMPOSSIBLE
                    && (cheapest == null || costs.of(entry.left()) < costs.of(cheapest))) {
                cheapest = entry.left();
            }
        }
        return cheapest == null ? Optional.empty() : Optional.of(new Instances(at.grammar()).content(cheapest));
    }

    private Content content(Pattern pattern) {
        add(pattern);
        return new Content(attributes, children, Optional.ofNullable(text));
    }

    private void add(Pattern pattern) {
        if (pattern.isNullable()) {
            return;
        }
        switch (pattern) {
            case Attribute attribute -> attributes.add(new AttributeInstance(
                    aName(attribute.nameClass()), choices.values(attribute.value())));
            case Element element -> {
                ElementDefinition definition = element.definition();
                children.add(new Instance(aName(definition.nameClass()),
                        new Instances(grammar).content(definition.content())));
            }
            case Choice choice -> addCheapest(choice);
            case Interleave interleave -> {
                for (Pattern member : interleave.members()) {
                    add(member);
                }
            }
            case Group group -> {
                add(group.first());
                add(group.second());
            }
            case OneOrMore many -> add(many.operand());
            case Pattern.Data data -> text = choices.values(data);
            case Pattern.Value value -> text = choices.values(value);
            case Pattern.Items items -> text = choices.values(items);
            default -> { }
        }
    }

    /** Where several kinds of text would do, all are offered; else the first of those that need least. */
    private void addCheapest(Choice choice) {
        if (choice.hasText() && !choice.hasElements() && !choice.hasAttributes()) {
            text = choices.values(choice);
            return;
        }
        Pattern cheapest = choice.alternatives()[0];
        for (Pattern alternative : choice.alternatives()) {
            if (costs.of(alternative) < costs.of(cheapest)) {
                cheapest = alternative;
            }
        }
        add(cheapest);
    }

    /** A wildcard matches most names; one that no schema excludes. */
    private static QName aName(NameClass nameClass) {
        if (!nameClass.names().isEmpty()) {
            return nameClass.names().getFirst();
        }
        String namespace = nameClass instanceof NameClass.NamespaceName any ? any.namespace() : "";
        QName name = new QName(namespace, "name");
        while (!nameClass.contains(name)) {
            name = new QName(namespace, name.local() + "_");
        }
        return name;
    }
}
