package dev.virtworkbench.language.relaxng;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a piece of a document must match. Patterns are immutable and made by one {@link PatternTable} a grammar,
 * which keeps a single object of equal ones: within a grammar, equal patterns are identical. What was worked out
 * once about a pattern is remembered on it; that is safe to share between threads, as whoever comes second works
 * out the same.
 */
public abstract sealed class Pattern {

    /** Distinguishes the patterns of a table and gives alternatives an order of their own. */
    private final int id;
    private final int hash;
    private final boolean nullable;
    private final boolean hasAttributes;
    private final boolean hasElements;
    private final boolean hasText;
    private final boolean hasTypedText;

    private final PatternMemo memo = new PatternMemo();

    private Pattern(int id, int hash, boolean nullable, boolean attributes, boolean elements, boolean text,
            boolean typedText) {
        this.id = id;
        this.hash = hash;
        this.nullable = nullable;
        this.hasAttributes = attributes;
        this.hasElements = elements;
        this.hasText = text;
        this.hasTypedText = typedText;
    }

    /** Matches nothing at all. */
    static final class NotAllowed extends Pattern {
        NotAllowed(int id) {
            super(id, 1, false, false, false, false, false);
        }
    }

    /** Matches no attributes and no content. */
    static final class Empty extends Pattern {
        Empty(int id) {
            super(id, 2, true, false, false, false, false);
        }
    }

    /** Matches any text, none too. */
    static final class Text extends Pattern {
        Text(int id) {
            super(id, 3, true, false, false, true, false);
        }
    }

    /** Matches what at least one of the alternatives matches. */
    static final class Choice extends Pattern {
        private final Pattern[] alternatives;
        private final int[] sortedIds;

        /** @param alternatives at least two, in the schema's order as far as there is one */
        Choice(int id, Pattern[] alternatives) {
            this(id, alternatives, sortedIds(alternatives));
        }

        private Choice(int id, Pattern[] alternatives, int[] sortedIds) {
            super(id, 5 + 31 * Arrays.hashCode(sortedIds), any(alternatives, Pattern::isNullable),
                    any(alternatives, Pattern::hasAttributes), any(alternatives, Pattern::hasElements),
                    any(alternatives, Pattern::hasText), any(alternatives, Pattern::hasTypedText));
            this.alternatives = alternatives;
            this.sortedIds = sortedIds;
        }

        private static int[] sortedIds(Pattern[] patterns) {
            int[] ids = new int[patterns.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = patterns[i].id;
            }
            Arrays.sort(ids);
            return ids;
        }

        Pattern[] alternatives() {
            return alternatives;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Choice that && Arrays.equals(sortedIds, that.sortedIds);
        }
    }

    /** Matches what all the members match, in any order and mixed. */
    static final class Interleave extends Pattern {
        private final Pattern[] members;

        /** @param members at least two */
        Interleave(int id, Pattern[] members) {
            super(id, 7 + 31 * hash(members), !any(members, p -> !p.isNullable()),
                    any(members, Pattern::hasAttributes), any(members, Pattern::hasElements),
                    any(members, Pattern::hasText), any(members, Pattern::hasTypedText));
            this.members = members;
        }

        Pattern[] members() {
            return members;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Interleave that && identical(members, that.members);
        }
    }

    /** Matches one behind the other; longer groups nest in {@code second}. */
    static final class Group extends Pattern {
        private final Pattern first;
        private final Pattern second;

        Group(int id, Pattern first, Pattern second) {
            super(id, 11 + 31 * (31 * first.id + second.id), first.nullable && second.nullable,
                    first.hasAttributes || second.hasAttributes, first.hasElements || second.hasElements,
                    first.hasText || second.hasText, first.hasTypedText || second.hasTypedText);
            this.first = first;
            this.second = second;
        }

        Pattern first() {
            return first;
        }

        Pattern second() {
            return second;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Group that && first == that.first && second == that.second;
        }
    }

    /** Matches its operand once or more often. */
    static final class OneOrMore extends Pattern {
        private final Pattern operand;

        OneOrMore(int id, Pattern operand) {
            super(id, 13 + 31 * operand.id, operand.nullable, operand.hasAttributes, operand.hasElements,
                    operand.hasText, operand.hasTypedText);
            this.operand = operand;
        }

        Pattern operand() {
            return operand;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof OneOrMore that && operand == that.operand;
        }
    }

    /** Matches text whose words, split at white space, match the operand. */
    static final class Items extends Pattern {
        private final Pattern operand;

        Items(int id, Pattern operand) {
            super(id, 17 + 31 * operand.id, false, false, false, true, true);
            this.operand = operand;
        }

        Pattern operand() {
            return operand;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Items that && operand == that.operand;
        }
    }

    /** Matches text of a data type. */
    static final class Data extends Pattern {
        private final DataType type;
        private final Pattern except;

        /** @param except what text of the type does not match all the same; {@link NotAllowed} for nothing */
        Data(int id, DataType type, Pattern except) {
            super(id, 19 + 31 * (31 * type.hashCode() + except.id), false, false, false, true, true);
            this.type = type;
            this.except = except;
        }

        DataType type() {
            return type;
        }

        Pattern except() {
            return except;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Data that && except == that.except && type.equals(that.type);
        }
    }

    /** Matches text that stands for one value of a data type. */
    static final class Value extends Pattern {
        private final DataType type;
        private final String literal;
        private volatile Object value;

        /** @param literal of the type; as the schema writes it, without white space around it where the type ignores that */
        Value(int id, DataType type, String literal) {
            super(id, 23 + 31 * (31 * type.hashCode() + literal.hashCode()), false, false, false, true, true);
            this.type = type;
            this.literal = literal;
        }

        DataType type() {
            return type;
        }

        String literal() {
            return literal;
        }

        boolean matches(String text) {
            if (text.equals(literal)) {
                return true;
            }
            Object other = type.value(text);
            return other != null && type.sameValue(value(), other);
        }

        private Object value() {
            Object known = value;
            if (known == null) {
                known = type.value(literal);
                value = known;
            }
            return known;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Value that && literal.equals(that.literal) && type.equals(that.type);
        }
    }

    /** Matches an attribute. */
    static final class Attribute extends Pattern {
        private final NameClass nameClass;
        private final Pattern value;
        private final SourceLocation location;

        /** @param location of the first of equal ones */
        Attribute(int id, NameClass nameClass, Pattern value, SourceLocation location) {
            super(id, 29 + 31 * (31 * nameClass.hashCode() + value.id), false, true, false, false, false);
            this.nameClass = nameClass;
            this.value = value;
            this.location = location;
        }

        NameClass nameClass() {
            return nameClass;
        }

        Pattern value() {
            return value;
        }

        SourceLocation location() {
            return location;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Attribute that && value == that.value && nameClass.equals(that.nameClass);
        }
    }

    /** Matches an element. */
    static final class Element extends Pattern {
        private final ElementDefinition definition;

        Element(int id, ElementDefinition definition) {
            super(id, 31 + 31 * System.identityHashCode(definition), false, false, true, false, false);
            this.definition = definition;
        }

        ElementDefinition definition() {
            return definition;
        }

        @Override
        boolean sameAs(Pattern other) {
            return other instanceof Element that && definition == that.definition;
        }
    }

    /** The elements that may stand directly in what this matches, at whatever place; in the schema's order. */
    public List<ElementDefinition> elements() {
        return ElementDefinition.in(this);
    }

    /** Whether this matches without any attributes and content. */
    boolean isNullable() {
        return nullable;
    }

    /** Whether attributes may match something in this, those of elements inside left aside. */
    boolean hasAttributes() {
        return hasAttributes;
    }

    boolean hasElements() {
        return hasElements;
    }

    /** Whether text may match something in this, that of elements and attributes inside left aside. */
    boolean hasText() {
        return hasText;
    }

    /** Whether it matters which text it is. */
    boolean hasTypedText() {
        return hasTypedText;
    }

    int id() {
        return id;
    }

    /** What was worked out about this so far. */
    PatternMemo memo() {
        return memo;
    }

    /** Whether the other is the same kind of pattern over identical parts; each kind but the constants says how. */
    boolean sameAs(Pattern other) {
        return this == other;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other || other instanceof Pattern that && hash == that.hash && sameAs(that);
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    private static boolean any(Pattern[] patterns, Predicate<Pattern> test) {
        for (Pattern pattern : patterns) {
            if (test.test(pattern)) {
                return true;
            }
        }
        return false;
    }

    private static int hash(Pattern[] patterns) {
        int hash = 1;
        for (Pattern pattern : patterns) {
            hash = hash * 31 + pattern.id;
        }
        return hash;
    }

    private static boolean identical(Pattern[] one, Pattern[] other) {
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        return true;
    }
}
