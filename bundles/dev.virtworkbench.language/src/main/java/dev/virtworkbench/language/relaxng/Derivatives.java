package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.Pattern.Attribute;
import dev.virtworkbench.language.relaxng.PatternMemo.Branch;
import dev.virtworkbench.language.relaxng.Pattern.Choice;
import dev.virtworkbench.language.relaxng.Pattern.Data;
import dev.virtworkbench.language.relaxng.Pattern.Element;
import dev.virtworkbench.language.relaxng.Pattern.Group;
import dev.virtworkbench.language.relaxng.Pattern.Interleave;
import dev.virtworkbench.language.relaxng.Pattern.Items;
import dev.virtworkbench.language.relaxng.Pattern.OneOrMore;
import dev.virtworkbench.language.relaxng.Pattern.Text;
import dev.virtworkbench.language.relaxng.Pattern.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What of a pattern is left to match behind a piece of a document: the algorithm of James Clark's "An algorithm
 * for RELAX NG validation". Where the paper nests what stands open in {@code after} patterns, this answers with
 * {@link Branch}es, so that what was worked out for an element's content holds wherever that element stands.
 */
final class Derivatives {

    /** Longer values are not remembered: none of the schema's own words is that long. */
    private static final int LONG_VALUE = 40;

    private final PatternTable table;
    private final Vocabulary vocabulary;

    Derivatives(PatternTable table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    /** The ways on behind an element's name in content; none if it is refused. */
    List<Branch> startTag(Pattern pattern, QName name) {
        if (!pattern.hasElements()) {
            return List.of();
        }
        return pattern.memo().startTags().computeIfAbsent(vocabulary.standIn(name), n -> branches(pattern, n, false));
    }

    /** The ways on behind an attribute's name in a start tag; none if it is refused. */
    List<Branch> attribute(Pattern pattern, QName name) {
        if (!pattern.hasAttributes()) {
            return List.of();
        }
        return pattern.memo().attributes().computeIfAbsent(vocabulary.standIn(name), n -> branches(pattern, n, true));
    }

    private List<Branch> branches(Pattern pattern, QName name, boolean attribute) {
        List<Branch> branches = new ArrayList<>();
        collect(pattern, name, attribute, UnaryOperator.identity(), branches);
        return merged(branches);
    }

    /** @param around puts what is left of the pattern back among what stands around it */
    private void collect(Pattern pattern, QName name, boolean attribute, UnaryOperator<Pattern> around,
            List<Branch> branches) {
        if (!(attribute ? pattern.hasAttributes() : pattern.hasElements())) {
            return;
        }
        switch (pattern) {
            case Element element -> {
                ElementDefinition definition = element.definition();
                if (definition.nameClass().contains(name)) {
                    add(definition.content(), around.apply(table.empty), branches);
                }
            }
            case Attribute one -> {
                if (one.nameClass().contains(name)) {
                    add(one.value(), around.apply(table.empty), branches);
                }
            }
            case Choice choice -> {
                for (Pattern alternative : choice.alternatives()) {
                    collect(alternative, name, attribute, around, branches);
                }
            }
            case Interleave interleave -> {
                Pattern[] members = interleave.members();
                for (int i = 0; i < members.length; i++) {
                    int index = i;
                    collect(members[i], name, attribute,
                            rest -> around.apply(table.replace(interleave, index, rest)), branches);
                }
            }
            case Group group -> {
                collect(group.first(), name, attribute,
                        rest -> around.apply(table.group(rest, group.second())), branches);
                if (attribute) {
                    collect(group.second(), name, true,
                            rest -> around.apply(table.group(group.first(), rest)), branches);
                } else if (group.first().isNullable()) {
                    collect(group.second(), name, false, around, branches);
                }
            }
            case OneOrMore many -> collect(many.operand(), name, attribute,
                    rest -> around.apply(table.group(rest, table.optional(many))), branches);
            default -> { }
        }
    }

    private void add(Pattern inside, Pattern rest, List<Branch> branches) {
        if (inside != table.notAllowed && rest != table.notAllowed) {
            branches.add(new Branch(inside, rest));
        }
    }

    /** Joins branches that agree in what is left behind, then those that agree in what is inside. */
    private List<Branch> merged(List<Branch> branches) {
        for (int i = 0; i < branches.size(); i++) {
            for (int j = branches.size() - 1; j > i; j--) {
                if (branches.get(i).rest() == branches.get(j).rest()) {
                    branches.set(i, new Branch(
                            table.choice(branches.get(i).inside(), branches.remove(j).inside()), branches.get(i).rest()));
                }
            }
        }
        for (int i = 0; i < branches.size(); i++) {
            for (int j = branches.size() - 1; j > i; j--) {
                if (branches.get(i).inside() == branches.get(j).inside()) {
                    branches.set(i, new Branch(branches.get(i).inside(),
                            table.choice(branches.get(i).rest(), branches.remove(j).rest())));
                }
            }
        }
        return List.copyOf(branches);
    }

    /**
     * What is left for the content at the end of a start tag.
     *
     * @param ignoringMissing whether attributes still missing are taken for given
     */
    Pattern closeStartTag(Pattern pattern, boolean ignoringMissing) {
        if (!pattern.hasAttributes()) {
            return pattern;
        }
        Pattern closed = pattern.memo().closed(ignoringMissing);
        if (closed == null) {
            closed = switch (pattern) {
                case Attribute attribute -> ignoringMissing ? table.empty : table.notAllowed;
                case Choice choice -> {
                    List<Pattern> alternatives = new ArrayList<>();
                    for (Pattern alternative : choice.alternatives()) {
                        alternatives.add(closeStartTag(alternative, ignoringMissing));
                    }
                    yield table.choice(alternatives);
                }
                case Interleave interleave -> {
                    List<Pattern> members = new ArrayList<>();
                    for (Pattern member : interleave.members()) {
                        members.add(closeStartTag(member, ignoringMissing));
                    }
                    yield table.interleave(members);
                }
                case Group group -> table.group(closeStartTag(group.first(), ignoringMissing),
                        closeStartTag(group.second(), ignoringMissing));
                case OneOrMore many -> table.oneOrMore(closeStartTag(many.operand(), ignoringMissing));
                default -> pattern;
            };
            pattern.memo().closed(ignoringMissing, closed);
        }
        return closed;
    }

    /** Whether an attribute's value, or an element's text where it holds nothing else, matches. */
    boolean matches(Pattern pattern, String value) {
        if (value.length() > LONG_VALUE) {
            return matchesText(pattern, value);
        }
        Boolean known = pattern.memo().matches(value);
        if (known == null) {
            known = matchesText(pattern, value);
            pattern.memo().matches(value, known);
        }
        return known;
    }

    private boolean matchesText(Pattern pattern, String value) {
        return pattern.isNullable() && WhiteSpace.only(value) || text(pattern, value).isNullable();
    }

    /** What is left behind text. */
    Pattern text(Pattern pattern, String text) {
        return text(pattern, p -> switch (p) {
            case Value value -> value.matches(text);
            case Data data -> data.type().accepts(text) && !matchesExactly(data.except(), text);
            case Items items -> items(items.operand(), text).isNullable();
            default -> throw new IllegalStateException(p.getClass().getName());
        });
    }

    private boolean matchesExactly(Pattern pattern, String text) {
        return text(pattern, text).isNullable();
    }

    /** What is left behind a text taken for right, whatever it is. */
    Pattern anyText(Pattern pattern) {
        return text(pattern, p -> true);
    }

    private Pattern items(Pattern operand, String text) {
        Pattern left = operand;
        for (String word : WhiteSpace.words(text)) {
            left = text(left, word);
        }
        return left;
    }

    private Pattern text(Pattern pattern, java.util.function.Predicate<Pattern> accepted) {
        if (!pattern.hasText()) {
            return table.notAllowed;
        }
        return switch (pattern) {
            case Text any -> any;
            case Value value -> accepted.test(value) ? table.empty : table.notAllowed;
            case Data data -> accepted.test(data) ? table.empty : table.notAllowed;
            case Items items -> accepted.test(items) ? table.empty : table.notAllowed;
            case Choice choice -> {
                Pattern left = table.notAllowed;
                for (Pattern alternative : choice.alternatives()) {
                    left = table.choice(left, text(alternative, accepted));
                }
                yield left;
            }
            case Interleave interleave -> {
                Pattern left = table.notAllowed;
                Pattern[] members = interleave.members();
                for (int i = 0; i < members.length; i++) {
                    Pattern member = text(members[i], accepted);
                    if (member != table.notAllowed) {
                        left = table.choice(left, table.replace(interleave, i, member));
                    }
                }
                yield left;
            }
            case Group group -> {
                Pattern left = table.group(text(group.first(), accepted), group.second());
                yield group.first().isNullable() ? table.choice(left, text(group.second(), accepted)) : left;
            }
            case OneOrMore many -> table.group(text(many.operand(), accepted), table.optional(many));
            default -> table.notAllowed;
        };
    }

    PatternTable table() {
        return table;
    }
}
