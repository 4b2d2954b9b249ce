package dev.virtworkbench.server.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.virtworkbench.server.session.Settings.Weight;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads settings out of what clients send: the section {@code virtWorkbench} alone or inside an object of all sections, nested
 * or with dots in the names. What has the wrong type is as if it were not there, since one bad value must not cost the others.
 */
public final class SettingsReader {

    /** The name of our section. */
    public static final String SECTION = "virtWorkbench";

    private static final List<String> GROUPS =
            List.of("schemas", "validation", "rules", "locale", "inlayHints", "format", "completion", "host");

    private SettingsReader() {
    }

    /** Whether there is anything of ours in it; a client without settings sends null, nothing, or an empty object. */
    public static boolean concerns(Object sent) {
        if (!(sent instanceof JsonObject object)) {
            return false;
        }
        for (String key : object.keySet()) {
            String first = key.split("\\.", 2)[0];
            if (first.equals(SECTION) || GROUPS.contains(first)) {
                return true;
            }
        }
        return false;
    }

    /** The settings in {@code sent}; what it leaves out comes from {@code base}. */
    public static Settings read(Object sent, Settings base) {
        if (!(sent instanceof JsonObject object)) {
            return base;
        }
        Map<String, JsonPrimitive> values = new HashMap<>();
        flatten("", object, values);
        Map<String, JsonPrimitive> ours = new HashMap<>();
        values.forEach((key, value) -> ours.put(key.startsWith(SECTION + ".") ? key.substring(SECTION.length() + 1) : key, value));

        Map<String, Weight> severities = new HashMap<>(base.severities());
        ours.forEach((key, value) -> {
            if (key.startsWith("rules.")) {
                String code = key.substring("rules.".length());
                if (value.isString() && value.getAsString().isBlank()) {
                    severities.remove(code);
                }
                weight(value).ifPresent(weight -> severities.put(code, weight));
            }
        });
        return new Settings(
                text(ours, "schemas.path", base.schemas()),
                flag(ours, "validation.enabled", base.validation()),
                severities,
                text(ours, "locale", base.locale().map(Locale::toLanguageTag)).map(SettingsReader::locale),
                flag(ours, "inlayHints.enabled", base.inlayHints()),
                new Settings.Format(flag(ours, "format.enabled", base.format().enabled()),
                        number(ours, "format.maxBlankLines", base.format().maxBlankLines())),
                new Settings.Completion(flag(ours, "completion.snippets", base.completion().snippets())),
                text(ours, "host.uri", base.host()));
    }

    /** A language as LSP clients, browsers and {@code LANG} write it: {@code zh-CN}, {@code zh_CN.UTF-8}. */
    public static Locale locale(String written) {
        String tag = written.split("[.@]", 2)[0].replace('_', '-');
        return tag.equals("C") || tag.equals("POSIX") ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }

    /** The language of messages by the environment, as programs of a terminal choose it. */
    public static Locale localeOfEnvironment(Map<String, String> environment) {
        for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return locale(value);
            }
        }
        return Locale.ENGLISH;
    }

    private static void flatten(String prefix, JsonObject object, Map<String, JsonPrimitive> into) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            String key = prefix + member.getKey();
            if (member.getValue() instanceof JsonObject inner) {
                flatten(key + ".", inner, into);
            } else if (member.getValue() instanceof JsonPrimitive value) {
                into.put(key, value);
            }
        }
    }

    /** A text that is set to nothing is not set: that is how settings editors clear one. */
    private static Optional<String> text(Map<String, JsonPrimitive> values, String key, Optional<String> otherwise) {
        JsonPrimitive value = values.get(key);
        return value == null || !value.isString() ? otherwise
                : Optional.of(value.getAsString().strip()).filter(text -> !text.isEmpty());
    }

    private static boolean flag(Map<String, JsonPrimitive> values, String key, boolean otherwise) {
        JsonPrimitive value = values.get(key);
        return value == null || !value.isBoolean() ? otherwise : value.getAsBoolean();
    }

    private static Optional<Integer> number(Map<String, JsonPrimitive> values, String key, Optional<Integer> otherwise) {
        JsonPrimitive value = values.get(key);
        return value == null || !value.isNumber() ? otherwise : Optional.of(Math.clamp(value.getAsLong(), 0, 100));
    }

    private static Optional<Weight> weight(JsonPrimitive value) {
        if (value.isBoolean()) {
            return value.getAsBoolean() ? Optional.empty() : Optional.of(Weight.OFF);
        }
        return switch (value.getAsString().toLowerCase(Locale.ROOT)) {
            case "error" -> Optional.of(Weight.ERROR);
            case "warning" -> Optional.of(Weight.WARNING);
            case "information", "info" -> Optional.of(Weight.INFORMATION);
            case "hint" -> Optional.of(Weight.HINT);
            case "off", "ignore" -> Optional.of(Weight.OFF);
            default -> Optional.empty();
        };
    }
}
