package dev.virtworkbench.explorer.preferences;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.explorer.dialogs.Confirmations;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Before what people are asked. What destroys data always asks, so there is nothing to choose about it. */
public final class ConfirmationsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final List<Loss.Of> CHOICES = List.of(Loss.Of.RUN, Loss.Of.DEFINITION);

    public ConfirmationsPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Confirmations.NODE);
        CHOICES.forEach(choice -> store.setDefault(Confirmations.key(choice), true));
        setPreferenceStore(store);
        setDescription(text("confirmations"));
    }

    @Override
    protected void createFieldEditors() {
        HelpContext.CONFIRMATIONS.of(getFieldEditorParent());
        CHOICES.forEach(choice -> addField(new BooleanFieldEditor(Confirmations.key(choice), text("confirm." + choice),
                getFieldEditorParent())));
    }

    private static String text(String key) {
        return Words.of(Message.of(ConfirmationsPage.class, key));
    }
}
