package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Optional;

/** Defines a domain that boots an image there is, and starts it if wanted. */
public final class DomainWizard extends ObjectWizard {

    private DomainPage page;

    public DomainWizard() {
        super(DocumentKind.DOMAIN, "domain");
    }

    @Override
    FieldsPage fieldsPage(Optional<HostObject> selected) {
        page = new DomainPage(selected);
        return page;
    }

    @Override
    Job<?> make(String xml, boolean validate) {
        return page.host().domains().make(xml, validate, page.starts());
    }
}
