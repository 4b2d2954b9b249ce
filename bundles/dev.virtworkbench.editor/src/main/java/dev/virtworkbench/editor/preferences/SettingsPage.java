package dev.virtworkbench.editor.preferences;

import java.util.ResourceBundle;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** A page of {@link DocumentSettings}. */
abstract class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.editor.preferences.messages");

    private final String about;

    /** @param about the name of what the page says at its top */
    SettingsPage(String about) {
        super(GRID);
        this.about = about;
    }

    @Override
    public void init(IWorkbench workbench) {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, SchemasFolder.NODE);
        DocumentSettings.FLAGS.forEach(each -> store.setDefault(each, true));
        store.setDefault(DocumentSettings.BLANK_LINES, 1);
        setPreferenceStore(store);
        setDescription(text(about));
    }

    static String text(String key) {
        return TEXTS.getString(key);
    }
}
