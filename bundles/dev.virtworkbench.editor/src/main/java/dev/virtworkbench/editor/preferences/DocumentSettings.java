package dev.virtworkbench.editor.preferences;

import dev.virtworkbench.language.rules.Rule;
import dev.virtworkbench.language.rules.Rules;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.PreferenceChangeEvent;
import org.eclipse.core.runtime.preferences.InstanceScope;

/**
 * What a person has chosen about documents. The names are those that the language server has for its settings, so that every editor has the
 * same; what the workbench decides by itself it asks here. Of the server's settings two are none here: the host, as documents and hosts know of
 * each other anyway, and whether formatting is on, since only a person's command formats. Thread-safe.
 */
public final class DocumentSettings {

    static final String VALIDATION = "validation.enabled";
    static final String RULES = "rules.";
    static final String LOCALE = "locale";
    static final String SNIPPETS = "completion.snippets";
    static final String SIZES = "inlayHints.enabled";
    static final String BLANK_LINES = "format.maxBlankLines";
    static final String CLOSING = "autoCloseTags";

    static final List<String> FLAGS = List.of(VALIDATION, SNIPPETS, SIZES, CLOSING);

    /** As many empty lines as anybody can want; the server takes no more either. */
    static final int MOST_BLANK_LINES = 100;

    private DocumentSettings() { }

    /** The server's settings, by their names within its section: texts, numbers and booleans. */
    public static Map<String, Object> ofServer() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(SchemasFolder.KEY, SchemasFolder.chosen().map(Path::toString).orElse(""));
        FLAGS.stream().filter(each -> !each.equals(CLOSING)).forEach(each -> settings.put(each, flag(each)));
        settings.put(BLANK_LINES, blankLines());
        Stream.concat(Stream.of(LOCALE), Rules.all().stream().map(DocumentSettings::key)).forEach(each -> settings.put(each, text(each)));
        return settings;
    }

    /** Whether sizes stand beside their numbers. */
    public static boolean showsSizes() {
        return flag(SIZES);
    }

    /** Whether an end tag comes with the {@code >} of its start tag. */
    public static boolean closesTags() {
        return flag(CLOSING);
    }

    /** How many empty lines in a row formatting keeps; 0 or more. */
    public static int blankLines() {
        return Platform.getPreferencesService().getInt(SchemasFolder.NODE, BLANK_LINES, 1, null);
    }

    /**
     * Has somebody told, on any thread, each time that one of these is chosen otherwise: of its name.
     *
     * @return ends that
     */
    public static Runnable whenChosen(Consumer<String> changed) {
        IPreferenceChangeListener listener = (PreferenceChangeEvent event) -> changed.accept(event.getKey());
        InstanceScope.INSTANCE.getNode(SchemasFolder.NODE).addPreferenceChangeListener(listener);
        return () -> InstanceScope.INSTANCE.getNode(SchemasFolder.NODE).removePreferenceChangeListener(listener);
    }

    /** Whether what is found in documents depends on the setting of that name. */
    public static boolean decidesFindings(String name) {
        return name.equals(SchemasFolder.KEY) || name.equals(VALIDATION) || name.equals(LOCALE) || name.startsWith(RULES);
    }

    /** Whether that is the name of the choice about sizes. */
    public static boolean decidesSizes(String name) {
        return name.equals(SIZES);
    }

    /** How serious a rule is; nothing for what the rule itself says. */
    static String key(Rule rule) {
        return RULES + rule.id();
    }

    private static boolean flag(String name) {
        return Platform.getPreferencesService().getBoolean(SchemasFolder.NODE, name, true, null);
    }

    private static String text(String name) {
        return Platform.getPreferencesService().getString(SchemasFolder.NODE, name, "", null);
    }
}
