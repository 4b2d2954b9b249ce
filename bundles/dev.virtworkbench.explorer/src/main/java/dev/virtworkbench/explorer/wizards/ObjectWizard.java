package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.IPageChangingListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * Makes an object on a host: fields, the XML that they amount to, and the job that sends it, with its failure told in the wizard.
 *
 * @param <T> the engine's object
 */
abstract class ObjectWizard<T> extends Wizard implements INewWizard {

    private final DocumentKind kind;
    private final String subject;
    private Optional<HostObject> selected = Optional.empty();
    private FieldsPage fields;
    private XmlPage xml;

    /** @param subject what its texts begin with: {@code pool} */
    ObjectWizard(DocumentKind kind, String subject) {
        this.kind = kind;
        this.subject = subject;
        setWindowTitle(Texts.get(subject + ".title"));
        setNeedsProgressMonitor(true);
    }

    @Override
    public final void init(IWorkbench workbench, IStructuredSelection selection) {
        selected = Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), HostObject.class));
    }

    /** The page of fields. @param selected what was selected when the wizard was opened */
    abstract FieldsPage fieldsPage(Optional<HostObject> selected);

    /**
     * Begins to make the object.
     *
     * @param validate whether libvirt shall judge the XML by its schema first
     */
    abstract Job<T> make(String xml, boolean validate);

    /** What was made. Has views read again what libvirt tells nothing of. */
    abstract Newcomer made(T object);

    @Override
    public final void addPages() {
        fields = fieldsPage(selected);
        xml = new XmlPage(kind, Texts.get(subject + ".title"), fields::xml);
        addPage(fields);
        addPage(xml);
    }

    @Override
    public final void setContainer(IWizardContainer container) {
        super.setContainer(container);
        if (container instanceof WizardDialog dialog) {
            IPageChangingListener told = event -> fields.showEdited(event.getTargetPage() == fields && xml.edited());
            dialog.addPageChangingListener(told);
        }
    }

    /** Only who has seen what will be sent can send it. */
    @Override
    public final boolean canFinish() {
        return getContainer().getCurrentPage() == xml && xml.isPageComplete();
    }

    @Override
    public final boolean performFinish() {
        Job<T> job = make(xml.text(), xml.validated());
        AtomicReference<T> object = new AtomicReference<>();
        ApplyRequest request = request(xml.text());
        boolean validated = xml.validated();
        Applying applying = new Applying(Person.shell(), fields.host());
        try {
            getContainer().run(true, true, monitor -> {
                object.set(Waiting.forResult(job, monitor));
                remember(applying, applying.made(request, validated), monitor);
            });
            VirtWorkbench.get().contents().made(made(object.get()));
            return true;
        } catch (InvocationTargetException e) {
            tell(job, e.getCause());
            return false;
        } catch (InterruptedException goesOn) {
            // too late to cancel: what comes of it is told, and what is typed here is kept
            xml.fail(job.outcome().in(Locale.getDefault()), "");
            return false;
        }
    }

    /**
     * What was made stands in the history, and what libvirt dropped of it is told when the wizard is closed, as of what is applied
     * from editors. That this failed is no failure of the wizard, and nobody has to wait for it.
     */
    private static void remember(Applying applying, Job<Applied> made, IProgressMonitor monitor) {
        made.result().thenAccept(applied -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> applying.tell(applied)));
        try {
            Waiting.forResult(made, monitor);
        } catch (VirtException | CancellationException e) {
            Failure.show(e);
        } catch (InterruptedException goesOn) {
            // cancelled too late: the object is there all the same, and the rest is told when it is known
        }
    }

    /** The text as something to apply. */
    ApplyRequest request(String text) {
        return ApplyRequest.document(kind, text);
    }

    private void tell(Job<?> job, Throwable failure) {
        switch (failure) {
            case CancellationException cancelled -> xml.fail(job.outcome().in(Locale.getDefault()), "");
            case VirtException told -> xml.fail(Texts.get("xml.failed", told.operation().on(told.object()).in(Locale.getDefault())),
                    Failure.status(told).getMessage());
            default -> {
                Platform.getLog(getClass()).error("a wizard failed", failure);
                xml.fail(Failure.status(failure).getMessage(), "");
            }
        }
    }
}
