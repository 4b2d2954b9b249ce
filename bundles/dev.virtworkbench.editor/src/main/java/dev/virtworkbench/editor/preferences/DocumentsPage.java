package dev.virtworkbench.editor.preferences;

import org.eclipse.jface.preference.DirectoryFieldEditor;

/** What documents are held against. */
public final class DocumentsPage extends SettingsPage {

    public DocumentsPage() {
        super("schemas.about");
    }

    @Override
    protected void createFieldEditors() {
        addField(new DirectoryFieldEditor(SchemasFolder.KEY, text("schemas"), getFieldEditorParent()));
    }
}
