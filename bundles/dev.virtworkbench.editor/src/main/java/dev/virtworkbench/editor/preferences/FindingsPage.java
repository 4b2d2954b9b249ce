package dev.virtworkbench.editor.preferences;

import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.rules.Rule;
import dev.virtworkbench.language.rules.Rules;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;

/** What is reported, and how serious it is. */
public final class FindingsPage extends SettingsPage {

    private static final String OFF = "off";

    public FindingsPage() {
        super("findings.about");
    }

    @Override
    protected void createFieldEditors() {
        addField(new BooleanFieldEditor(DocumentSettings.VALIDATION, text(DocumentSettings.VALIDATION), getFieldEditorParent()));
        for (Rule rule : Rules.all()) {
            addField(new ComboFieldEditor(DocumentSettings.key(rule), rule.title().in(Locale.getDefault()), choices(rule), getFieldEditorParent()));
        }
    }

    private static String[][] choices(Rule rule) {
        String[] usual = {MessageFormat.format(text("severity.usual"), word(value(rule.severity()))), ""};
        return Stream.concat(Stream.<String[]>of(usual), Stream.concat(Stream.of(Severity.values()).map(FindingsPage::value), Stream.of(OFF))
                .map(value -> new String[] {word(value), value})).toArray(String[][]::new);
    }

    private static String value(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String word(String value) {
        return text("severity." + value);
    }
}
