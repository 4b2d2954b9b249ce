package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.Pattern.Choice;
import dev.virtworkbench.language.relaxng.Pattern.Empty;
import dev.virtworkbench.language.relaxng.Pattern.Group;
import dev.virtworkbench.language.relaxng.Pattern.Interleave;
import dev.virtworkbench.language.relaxng.Pattern.NotAllowed;
import dev.virtworkbench.language.relaxng.Pattern.OneOrMore;
import dev.virtworkbench.language.relaxng.Pattern.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Makes the patterns of one grammar, simplified and only one of each. Any thread may use it.
 *
 * <p>Patterns of the schema stay; those that matching derives from them are let go all at once when there are
 * many. A pattern from before and an equal one made afterwards are no longer identical then: that costs memory
 * and time, never a wrong answer.
 */
final class PatternTable {

    /** About 20 MB, and far more than the documents of one workspace give rise to. */
    private static final int MANY = 60_000;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Pattern, Pattern> schema = new ConcurrentHashMap<>();
    private final Map<Pattern, Pattern> derived = new ConcurrentHashMap<>();
    private volatile boolean complete;

    final Pattern notAllowed = new NotAllowed(ids.getAndIncrement());
    final Pattern empty = new Empty(ids.getAndIncrement());
    final Pattern text = new Text(ids.getAndIncrement());

    /** Says that all patterns of the schema are made: further ones are derived. */
    void complete() {
        complete = true;
    }

    /** Called now and then between documents. */
    void letGoOfMany() {
        if (derived.size() > MANY) {
            derived.clear();
            schema.keySet().forEach(pattern -> pattern.memo().forget());
        }
    }

    private Pattern only(Pattern pattern) {
        Pattern known = schema.get(pattern);
        if (known != null) {
            return known;
        }
        known = (complete ? derived : schema).putIfAbsent(pattern, pattern);
        return known == null ? pattern : known;
    }

    /**
     * Takes in a pattern of the schema that an earlier table has simplified.
     *
     * @param made gets an id that no other pattern has
     */
    Pattern known(IntFunction<Pattern> made) {
        Pattern pattern = made.apply(id());
        Pattern earlier = schema.putIfAbsent(pattern, pattern);
        return earlier == null ? pattern : earlier;
    }

    private int id() {
        return ids.getAndIncrement();
    }

    Pattern choice(Pattern one, Pattern other) {
        if (one == other || other == notAllowed) {
            return one;
        }
        return one == notAllowed ? other : choice(List.of(one, other));
    }

    Pattern choice(Collection<Pattern> patterns) {
        Set<Pattern> alternatives = new LinkedHashSet<>();
        boolean nullable = false;
        for (Pattern pattern : patterns) {
            if (pattern instanceof Choice choice) {
                alternatives.addAll(List.of(choice.alternatives()));
            } else if (pattern != notAllowed) {
                alternatives.add(pattern);
            }
            nullable |= pattern != empty && pattern.isNullable() && !(pattern instanceof Choice);
        }
        if (alternatives.size() > 1 && alternatives.contains(empty)) {
            for (Pattern pattern : alternatives) {
                nullable |= pattern != empty && pattern.isNullable();
            }
            if (nullable) {
                alternatives.remove(empty);
            }
        }
        return switch (alternatives.size()) {
            case 0 -> notAllowed;
            case 1 -> alternatives.iterator().next();
            default -> only(new Choice(id(), alternatives.toArray(Pattern[]::new)));
        };
    }

    Pattern interleave(List<Pattern> patterns) {
        List<Pattern> members = new ArrayList<>(patterns.size());
        boolean hasText = false;
        for (Pattern pattern : patterns) {
            if (pattern == notAllowed) {
                return notAllowed;
            }
            if (pattern instanceof Interleave interleave) {
                for (Pattern member : interleave.members()) {
                    if (member != text || !hasText) {
                        members.add(member);
                    }
                    hasText |= member == text;
                }
            } else if (pattern == text) {
                if (!hasText) {
                    members.add(text);
                }
                hasText = true;
            } else if (pattern != empty) {
                members.add(pattern);
            }
        }
        return switch (members.size()) {
            case 0 -> empty;
            case 1 -> members.getFirst();
            default -> only(new Interleave(id(), members.toArray(Pattern[]::new)));
        };
    }

    /** The interleave with another pattern in place of the member at {@code index}. */
    Pattern replace(Interleave interleave, int index, Pattern pattern) {
        Pattern[] members = interleave.members();
        if (pattern == members[index]) {
            return interleave;
        }
        List<Pattern> replaced = new ArrayList<>(List.of(members));
        replaced.set(index, pattern);
        return interleave(replaced);
    }

    Pattern group(List<Pattern> patterns) {
        Pattern group = empty;
        for (Pattern pattern : patterns.reversed()) {
            group = group(pattern, group);
        }
        return group;
    }

    Pattern group(Pattern first, Pattern second) {
        if (first == notAllowed || second == notAllowed) {
            return notAllowed;
        }
        if (first == empty || first == text && second == text) {
            return second;
        }
        if (second == empty) {
            return first;
        }
        if (first instanceof Group group) {
            return group(group.first(), group(group.second(), second));
        }
        return only(new Group(id(), first, second));
    }

    Pattern oneOrMore(Pattern operand) {
        if (operand == notAllowed || operand == empty || operand == text || operand instanceof OneOrMore) {
            return operand;
        }
        return only(new OneOrMore(id(), operand));
    }

    Pattern optional(Pattern operand) {
        return choice(operand, empty);
    }

    Pattern items(Pattern operand) {
        return operand == notAllowed ? notAllowed : only(new Pattern.Items(id(), operand));
    }

    Pattern data(DataType type, Pattern except) {
        return only(new Pattern.Data(id(), type, except));
    }

    Pattern value(DataType type, String literal) {
        return only(new Pattern.Value(id(), type, literal));
    }

    Pattern attribute(NameClass nameClass, Pattern value, SourceLocation location) {
        return value == notAllowed ? notAllowed : only(new Pattern.Attribute(id(), nameClass, value, location));
    }

    Pattern element(ElementDefinition definition) {
        return only(new Pattern.Element(id(), definition));
    }
}
