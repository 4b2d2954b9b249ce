package dev.virtworkbench.language.relaxng;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an attribute or an element's text may be set to at some place. Two are equal if the same grammar allows
 * the same by them.
 */
public final class ValueChoices {

    private final Derivatives derivatives;
    private final Pattern pattern;
    private final List<String> literals = new ArrayList<>();
    private final List<DataChoice> types = new ArrayList<>();
    private final List<ValueChoices> lists = new ArrayList<>();
    private boolean anything;

    /**
     * Text of a data type.
     *
     * @param type of the text
     * @param except what is not allowed though it is of the type
     */
    public record DataChoice(DataType type, Optional<ValueChoices> except) { }

    /** @param pattern holds neither elements nor attributes */
    ValueChoices(Derivatives derivatives, Pattern pattern) {
        this.derivatives = derivatives;
        this.pattern = pattern;
        add(pattern);
    }

    private void add(Pattern part) {
        switch (part) {
            case Pattern.Choice choice -> {
                for (Pattern alternative : choice.alternatives()) {
                    add(alternative);
                }
            }
            case Pattern.Value value -> literals.add(value.literal());
            case Pattern.Data data -> {
                boolean all = data.except() == derivatives.table().notAllowed;
                types.add(new DataChoice(data.type(),
                        all ? Optional.empty() : Optional.of(new ValueChoices(derivatives, data.except()))));
            }
            case Pattern.Items items -> lists.add(new ValueChoices(derivatives, items.operand()));
            case Pattern.OneOrMore many -> add(many.operand());
            case Pattern.Group group -> {
                add(group.first());
                add(group.second());
            }
            case Pattern.Text text -> anything = true;
            default -> { }
        }
    }

    /** The values listed one by one, in the schema's order. */
    public List<String> literals() {
        return List.copyOf(literals);
    }

    /** The data types that text may be of, {@code string} without parameters left in. */
    public List<DataChoice> types() {
        return List.copyOf(types);
    }

    /** For each {@code <list>}, what its words may be, wherever in the list. */
    public List<ValueChoices> lists() {
        return List.copyOf(lists);
    }

    /** Whether any text will do: {@code <text/>}, or a string type without parameters. */
    public boolean anything() {
        return anything || types.stream().anyMatch(ValueChoices::unrestricted);
    }

    private static boolean unrestricted(DataChoice choice) {
        return choice.except().isEmpty() && choice.type().parameters().isEmpty()
                && switch (choice.type().name()) {
                    case "string", "token", "normalizedString" -> true;
                    default -> false;
                };
    }

    /** Whether no text may stand here, not even the empty one. */
    public boolean nothing() {
        return pattern == derivatives.table().notAllowed;
    }

    /** Whether nothing but white space will do, or nothing at all. */
    public boolean onlyBlank() {
        return pattern == derivatives.table().notAllowed || pattern == derivatives.table().empty;
    }

    /** Whether the value may be set to this, white space and all. */
    public boolean accepts(String value) {
        return derivatives.matches(pattern, value);
    }

    /**
     * A value that is accepted and makes sense as an example. The first of the literals if there are some.
     *
     * @return empty if none is allowed, or none could be found for what the schema asks
     */
    public Optional<String> sample() {
        return Samples.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueChoices that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return "literals " + literals + ", types " + types.stream().map(DataChoice::type).toList()
                + ", lists " + lists + (anything ? ", anything" : "");
    }
}
