package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.images.KnownImage;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfHost;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Optional;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.PlatformUI;

/** Defines a domain that boots an image there is, and starts it if wanted. */
public final class DomainWizard extends ObjectWizard<Domain> {

    private final Optional<KnownImage> image;
    private DomainPage page;

    public DomainWizard() {
        this(Optional.empty());
    }

    private DomainWizard(Optional<KnownImage> image) {
        super(DocumentKind.DOMAIN, "domain");
        this.image = image;
    }

    /** Opens it for an image that was looked at. On the UI thread. */
    public static void open(KnownImage image) {
        DomainWizard wizard = new DomainWizard(Optional.of(image));
        wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(new OfHost(image.host())));
        new WizardDialog(Person.shell(), wizard).open();
    }

    @Override
    FieldsPage fieldsPage(Optional<HostObject> selected) {
        page = new DomainPage(selected, image);
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
