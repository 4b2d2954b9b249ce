package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.relaxng.DataType;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.relaxng.ValueChoices.DataChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts into words what a value may be. Patterns are never shown: what they mean is found out by asking them, which holds for
 * every version of the schemas.
 */
public final class ValueWords {

    private static final int MOST_LITERALS = 12;
    private static final Map<String, Predicate<ValueChoices>> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put("uuid", ValueWords::isUuid);
        FORMS.put("mac", ValueWords::isMac);
        FORMS.put("ip", v -> v.accepts("192.168.122.1") && v.accepts("2001:db8::1") && !v.accepts("disk"));
        FORMS.put("ipv4", v -> v.accepts("192.168.122.1") && !v.accepts("disk"));
        FORMS.put("ipv6", v -> v.accepts("2001:db8::1") && !v.accepts("disk"));
        FORMS.put("unit", ValueWords::isUnit);
        FORMS.put("mode", v -> v.accepts("0755") && !v.accepts("0888") && !v.accepts("disk"));
        FORMS.put("cpuset", v -> v.accepts("0-3,^2") && !v.accepts("disk"));
        FORMS.put("hex-or-number", v -> v.accepts("0x1") && v.accepts("1") && !v.accepts("disk"));
        FORMS.put("hex", v -> (v.accepts("0x1") || v.accepts("0x01") || v.accepts("0x0001")) && !v.accepts("disk"));
        FORMS.put("path", v -> v.accepts("/var/lib/a") && !v.accepts("var/lib/a"));
        FORMS.put("duration", v -> v.accepts("2020-01-31T12:00:00") && !v.accepts("disk"));
        FORMS.put("decimal", v -> v.accepts("1.5") && v.accepts("2") && !v.accepts("disk"));
        FORMS.put("integer", v -> v.accepts("-1") && v.accepts("1") && !v.accepts("disk"));
        FORMS.put("number", v -> (v.accepts("1") || v.accepts("8") || v.accepts("100")) && !v.accepts("disk"));
        FORMS.put("name", v -> v.accepts("disk") && !v.accepts("two words"));
        FORMS.put("no-break", v -> v.accepts("two words") && !v.accepts("two\nlines"));
    }

    private ValueWords() {
    }

    /** A phrase such as “a whole number from 0 to 255”, to stand in a sentence. */
    public static Message of(ValueChoices allowed) {
        List<String> literals = allowed.literals();
        boolean more = !allowed.types().isEmpty() || !allowed.lists().isEmpty() || allowed.anything();
        if (literals.isEmpty()) {
            return more ? form(allowed) : word("nothing");
        }
        Message listed = literals(literals);
        return more ? word("or", listed, form(allowed)) : listed;
    }

    static boolean isUuid(ValueChoices allowed) {
        return allowed.accepts("4dea22b3-1d52-d8f3-2516-782e98ab3fa0") && !allowed.accepts("disk");
    }

    static boolean isUnit(ValueChoices allowed) {
        return allowed.accepts("KiB") && allowed.accepts("G") && !allowed.accepts("disk");
    }

    static boolean isMac(ValueChoices allowed) {
        return allowed.accepts("52:54:00:6b:3c:58") && !allowed.accepts("disk");
    }

    private static Message literals(List<String> literals) {
        if (literals.size() == 1) {
            return word("literal", literals.getFirst());
        }
        String quoted = String.join(", ", literals.stream().limit(MOST_LITERALS).map(v -> "'" + v + "'").toList());
        return literals.size() > MOST_LITERALS
                ? word("literals-more", quoted, literals.size() - MOST_LITERALS) : word("literals", quoted);
    }

    private static Message form(ValueChoices allowed) {
        if (allowed.anything()) {
            return word("text");
        }
        for (Map.Entry<String, Predicate<ValueChoices>> form : FORMS.entrySet()) {
            if (form.getValue().test(allowed)) {
                return form.getKey().equals("number") || form.getKey().equals("integer") ? number(form.getKey(), allowed)
                        : word(form.getKey());
            }
        }
        return allowed.sample().map(sample -> word("like", sample)).orElseGet(() -> word("text"));
    }

    private static Message number(String form, ValueChoices allowed) {
        Optional<DataType> only = allowed.types().size() == 1 ? allowed.types().stream().map(DataChoice::type).findFirst()
                : Optional.empty();
        Optional<String> least = only.flatMap(type -> type.parameter("minInclusive"));
        Optional<String> most = only.flatMap(type -> type.parameter("maxInclusive"));
        if (least.isPresent() && most.isPresent()) {
            return word("number-from-to", least.get(), most.get());
        }
        if (most.isPresent()) {
            return word("number-from-to", "0", most.get());
        }
        return least.map(value -> word("number-from", value)).orElseGet(
                () -> word(allowed.accepts("0") ? form : "number-positive"));
    }

    private static Message word(String key, Object... arguments) {
        return Message.of(ValueWords.class, "value." + key, arguments);
    }
}
