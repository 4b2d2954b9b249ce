package dev.virtworkbench.editor.preferences;

import java.util.ResourceBundle;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What documents are held against. */
public final class DocumentsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.editor.preferences.texts");

    public DocumentsPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, SchemasFolder.NODE));
        setDescription(TEXTS.getString("schemas.about"));
    }

    @Override
    protected void createFieldEditors() {
        addField(new DirectoryFieldEditor(SchemasFolder.KEY, TEXTS.getString("schemas"), getFieldEditorParent()));
    }
}
