package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.Instance;
import dev.virtworkbench.language.relaxng.Instance.AttributeInstance;
import dev.virtworkbench.language.relaxng.ValueChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an element to insert: just what it needs, with values that make sense. */
final class Writing {

    private final Layout layout;
    private final UsualValues values;
    private boolean choice;

    Writing(Layout layout, UsualValues values) {
        this.layout = layout;
        this.values = values;
    }

    /** Whether a value written so far could as well have been another. */
    boolean chose() {
        return choice;
    }

    /** @param parent the path to where the element will stand */
    List<String> lines(Instance instance, List<String> parent) {
        List<String> path = new ArrayList<>(parent);
        path.add(instance.name().local());
        StringBuilder tag = new StringBuilder("<").append(instance.name().local());
        for (AttributeInstance attribute : instance.content().attributes()) {
            tag.append(' ').append(attribute(path, attribute));
        }
        Optional<String> text = instance.content().text().flatMap(choices -> value(path, Optional.empty(), choices));
        String close = "</" + instance.name().local() + ">";
        if (instance.content().children().isEmpty()) {
            return List.of(text.map(words -> tag + ">" + escaped(words) + close).orElseGet(() -> tag + "/>"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(tag + ">");
        for (Instance child : instance.content().children()) {
            lines(child, path).forEach(line -> lines.add(layout.unit() + line));
        }
        lines.add(close);
        return lines;
    }

    /** {@code name='value'} for an element at a path. */
    String attribute(List<String> path, AttributeInstance attribute) {
        String value = value(path, Optional.of(attribute.name().local()), attribute.values()).orElse("");
        return attribute.name().local() + "=" + layout.quote() + escaped(value).replace("'", "&apos;")
                .replace("\"", "&quot;") + layout.quote();
    }

    private Optional<String> value(List<String> path, Optional<String> attribute, ValueChoices choices) {
        choice |= choices.literals().size() != 1 || !choices.types().isEmpty() || choices.anything();
        return values.of(path, attribute, choices);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;");
    }
}
