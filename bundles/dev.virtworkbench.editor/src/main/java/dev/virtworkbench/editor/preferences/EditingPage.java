package dev.virtworkbench.editor.preferences;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.IntegerFieldEditor;

/** What the editor does for who writes. */
public final class EditingPage extends SettingsPage {

    /** The languages that there are texts in, each by its own name. */
    private static final String[][] LANGUAGES = {{text("locale.workbench"), ""}, {"English", "en"}, {"简体中文", "zh-CN"}};

    public EditingPage() {
        super("editing.about");
    }

    @Override
    protected void createFieldEditors() {
        for (String flag : new String[] {DocumentSettings.SNIPPETS, DocumentSettings.SIZES, DocumentSettings.CLOSING}) {
            addField(new BooleanFieldEditor(flag, text(flag), getFieldEditorParent()));
        }
        IntegerFieldEditor blankLines = new IntegerFieldEditor(DocumentSettings.BLANK_LINES, text(DocumentSettings.BLANK_LINES),
                getFieldEditorParent(), 3);
        blankLines.setValidRange(0, DocumentSettings.MOST_BLANK_LINES);
        addField(blankLines);
        addField(new ComboFieldEditor(DocumentSettings.LOCALE, text(DocumentSettings.LOCALE), LANGUAGES, getFieldEditorParent()));
    }
}
