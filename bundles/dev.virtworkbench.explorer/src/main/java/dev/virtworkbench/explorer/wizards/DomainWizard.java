package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Optional;

/** Defines a domain that boots an image there is, and starts it if wanted. */
public final class DomainWizard extends ObjectWizard<Domain> {

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
    Job<Domain> make(String xml, boolean validate) {
        return page.host().domains().make(xml, validate, page.starts());
    }

    @Override
    Newcomer made(Domain object) {
        return new Newcomer(page.host(), DocumentKind.DOMAIN, object.uuid(), object.name());
    }
}
