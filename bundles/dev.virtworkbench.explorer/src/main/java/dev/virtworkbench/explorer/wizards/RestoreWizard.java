package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.saves.Saves;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IPageChangingListener;
import org.eclipse.jface.dialogs.PageChangingEvent;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;

/** Brings a domain back from a file that it was saved to, with what the file says of it to be seen first. */
public final class RestoreWizard extends Wizard {

    private final Host host;
    private final RestorePage fields;
    private final XmlPage xml;

    private RestoreWizard(Host host) {
        this.host = host;
        setWindowTitle(Texts.get("restore.title"));
        fields = new RestorePage(host);
        xml = new XmlPage(DocumentKind.DOMAIN, Texts.get("restore.title"), fields::xml, false);
    }

    /** On the UI thread. */
    public static void open(Shell shell, Host host) {
        new WizardDialog(shell, new RestoreWizard(host)).open();
    }

    @Override
    public void addPages() {
        addPage(fields);
        addPage(xml);
    }

    @Override
    public void setContainer(IWizardContainer container) {
        super.setContainer(container);
        if (container instanceof WizardDialog dialog) {
            IPageChangingListener looking = this::look;
            dialog.addPageChangingListener(looking);
        }
    }

    /** Reads what the file says of the domain; a file that cannot be read leads no further. */
    private void look(PageChangingEvent event) {
        if (event.getTargetPage() != xml) {
            return;
        }
        Optional<String> found = Waiting.orTold(() -> new Saves(host).xml(fields.path()));
        found.ifPresent(fields::found);
        event.doit = found.isPresent();
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == xml && xml.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        Optional<String> edited = xml.edited() ? Optional.of(xml.text()) : Optional.empty();
        Asked.all(List.of(new Saves(host).restore(fields.path(), edited, fields.now())),
                () -> VirtWorkbench.get().contents().of(host).domains().again());
        return true;
    }
}
