package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.explorer.actions.SecretActions;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Optional;

/** Defines a secret, and then asks for its value if wanted: that is neither in the wizard nor in its XML. */
public final class SecretWizard extends ObjectWizard<SecretSummary> {

    private SecretPage page;

    public SecretWizard() {
        super(DocumentKind.SECRET, "secret");
    }

    @Override
    FieldsPage fieldsPage(Optional<HostObject> selected) {
        page = new SecretPage(selected.map(HostObject::host));
        return page;
    }

    @Override
    Job<SecretSummary> make(String xml, boolean validate) {
        return page.host().secrets().define(xml, validate);
    }

    @Override
    Newcomer made(SecretSummary object) {
        VirtWorkbench.get().contents().of(page.host()).secrets().again();
        if (page.valueWanted()) {
            HostObject.OfSecret secret = new HostObject.OfSecret(page.host(), object);
            // once the wizard has closed
            getShell().getDisplay().asyncExec(() -> SecretActions.setValue(secret));
        }
        return new Newcomer(page.host(), DocumentKind.SECRET, object.uuid(), object.name());
    }
}
