package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.reference.Examples;
import dev.virtworkbench.language.reference.Usage;
import dev.virtworkbench.language.relaxng.Instance;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.validation.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Writes elements and attributes to insert, with a tab stop for each value that has to be chosen or thought up (LSP 3.17, “Snippet
 * syntax”). Without snippets the same text stands there with the first choice in every place.
 */
final class SnippetWriter {

    /** A list of choices longer than this is better asked for at the place itself. */
    private static final int CHOICES = 20;

    private static final BiPredicate<QName, String> ANY = (name, value) -> true;

    private final Layout layout;
    private final boolean snippets;
    private int stops;

    SnippetWriter(Layout layout, boolean snippets) {
        this.layout = layout;
        this.snippets = snippets;
    }

    /** {@code name='…'}. */
    String attribute(List<String> path, String name, ValueChoices values) {
        return attribute(path, name, values, value -> true);
    }

    private String attribute(List<String> path, String name, ValueChoices values, Predicate<String> fits) {
        return literal(name + "=" + layout.quote()) + value(path, Optional.of(name), values, fits) + layout.quote();
    }

    /**
     * An element with all that it needs.
     *
     * @param name as it is written, with its prefix
     * @param parent the names from the root to where it will stand
     * @param inTag the state behind its name
     * @param fits whether a value of one of its attributes agrees with what stands behind it
     */
    String element(String name, List<String> parent, Instance instance, MatchState inTag, BiPredicate<QName, String> fits) {
        List<String> path = new ArrayList<>(parent);
        path.add(name);
        String open = literal("<" + name) + attributes(path, instance, fits);
        if (instance.content().children().isEmpty() && instance.content().text().isEmpty()) {
            return empty(name, open, inTag, instance.content().attributes().isEmpty());
        }
        return open + ">" + content(path, instance, "") + literal("</" + name + ">");
    }

    /** An element that needs no content; the cursor goes to where more of it is most likely to be written. */
    private String empty(String name, String open, MatchState inTag, boolean bare) {
        MatchState content = inTag.closeStartTagIgnoringMissing();
        String close = literal("</" + name + ">");
        if (!snippets) {
            return open + "/>";
        }
        if (!bare) {
            return open + "$0/>";
        }
        if (!inTag.attributes().isEmpty()) {
            return open + " $0/>";
        }
        if (!content.elements().isEmpty()) {
            return open + ">\n" + layout.unit() + "$0\n" + close;
        }
        return content.allowsText() ? open + ">$0" + close : open + "/>";
    }

    private String attributes(List<String> path, Instance instance, BiPredicate<QName, String> fits) {
        StringBuilder out = new StringBuilder();
        for (Instance.AttributeInstance attribute : instance.content().attributes()) {
            out.append(' ').append(attribute(path, attribute.name().local(), attribute.values(),
                    value -> fits.test(attribute.name(), value)));
        }
        return out.toString();
    }

    private String content(List<String> path, Instance instance, String indentation) {
        if (instance.content().children().isEmpty()) {
            return instance.content().text().map(text -> value(path, Optional.empty(), text, value -> true)).orElse("");
        }
        StringBuilder out = new StringBuilder();
        String inner = indentation + layout.unit();
        for (Instance child : instance.content().children()) {
            List<String> childPath = new ArrayList<>(path);
            childPath.add(child.name().local());
            String name = child.name().local();
            out.append('\n').append(inner).append(literal("<" + name)).append(attributes(childPath, child, ANY));
            boolean empty = child.content().children().isEmpty() && child.content().text().isEmpty();
            out.append(empty ? "/>" : ">" + content(childPath, child, inner) + literal("</" + name + ">"));
        }
        return out.append('\n').append(indentation).toString();
    }

    private String value(List<String> path, Optional<String> attribute, ValueChoices values, Predicate<String> fits) {
        List<String> usualFirst = usualFirst(path, attribute, values.literals().stream().filter(fits).toList());
        String first = !usualFirst.isEmpty() ? usualFirst.getFirst()
                : Examples.of(path, attribute).filter(values::accepts).or(values::sample).orElse("");
        if (!snippets) {
            return escaped(first);
        }
        stops++;
        if (usualFirst.size() > 1 && usualFirst.size() <= CHOICES && values.types().isEmpty() && !values.anything()) {
            return "${" + stops + "|" + String.join(",", usualFirst.stream().map(SnippetWriter::choice).toList()) + "|}";
        }
        return "${" + stops + ":" + literal(escaped(first)) + "}";
    }

    private static List<String> usualFirst(List<String> path, Optional<String> attribute, List<String> literals) {
        Map<String, Integer> usual = Usage.packed().values(path, attribute);
        List<String> sorted = new ArrayList<>(literals.stream().distinct().toList());
        sorted.sort((a, b) -> usual.getOrDefault(b, 0) - usual.getOrDefault(a, 0));
        return sorted;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;").replace("\"", "&quot;");
    }

    private static String choice(String value) {
        return escaped(value).replace("\\", "\\\\").replace(",", "\\,").replace("|", "\\|").replace("$", "\\$")
                .replace("}", "\\}");
    }

    private String literal(String text) {
        return snippets ? text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}") : text;
    }
}
