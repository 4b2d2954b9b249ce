package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.clones.CloneOrder;
import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.Clones;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import org.eclipse.jface.dialogs.IPageChangingListener;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Clones a domain with its disks. What it starts may take long: it goes on when the wizard is closed, and is seen and cancelled in the Progress view. */
public final class CloneWizard extends Wizard {

    private final Shell shell;
    private final Host host;
    private final ClonePage fields;
    private final XmlPage xml;

    private CloneWizard(Shell shell, Host host, CloneSource source) {
        this.shell = shell;
        this.host = host;
        String title = Texts.get("clone.title.of", source.domain().name());
        setWindowTitle(title);
        fields = new ClonePage(host, source);
        xml = new XmlPage(DocumentKind.DOMAIN, title, fields::xml);
    }

    /** Looks at the domain and opens it; what is in the way is told. On the UI thread. */
    public static void open(Shell shell, OfDomain domain) {
        Waiting.orTold(() -> new Clones(domain.host()).look(domain.domain()))
                .ifPresent(source -> new WizardDialog(shell, new CloneWizard(shell, domain.host(), source)).open());
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
            IPageChangingListener told = event -> fields.showEdited(event.getTargetPage() == fields && xml.edited());
            dialog.addPageChangingListener(told);
        }
    }

    /** Only who has seen what will be sent can send it. */
    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == xml && xml.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        Applying applying = new Applying(shell, host);
        CloneOrder order = fields.order(xml.text(), xml.validated());
        Job<Applied> job = applying.cloned(order);
        // libvirt has no events for volumes, and some may have been made and deleted
        Asked.all(List.of(job), () -> VirtWorkbench.get().contents().of(host)
                .volumesChanged(order.disks().stream().flatMap(disk -> disk.pool().stream())));
        job.result().thenAccept(applied -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            VirtWorkbench.get().contents().made(Newcomer.of(host, applied));
            applying.tell(applied);
        }));
        return true;
    }
}
