package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Optional;

/** Defines a storage pool of any type, and builds and starts it if wanted. */
public final class PoolWizard extends ObjectWizard<Pool> {

    private PoolPage page;

    public PoolWizard() {
        super(DocumentKind.STORAGE_POOL, "pool");
    }

    @Override
    FieldsPage fieldsPage(Optional<HostObject> selected) {
        page = new PoolPage(selected.map(HostObject::host));
        return page;
    }

    @Override
    Job<Pool> make(String xml, boolean validate) {
        return page.host().pools().make(page.wanted(xml, validate));
    }

    @Override
    Newcomer made(Pool object) {
        return new Newcomer(page.host(), DocumentKind.STORAGE_POOL, object.uuid(), object.name());
    }
}
