package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.files.PoolChoice;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.live.LiveEditors;
import dev.virtworkbench.explorer.live.LiveObject;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.language.commandlines.CommandLines;
import dev.virtworkbench.language.commandlines.DeviceInsertion;
import dev.virtworkbench.language.commandlines.Note;
import dev.virtworkbench.language.commandlines.Translation;
import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.findings.XmlComment;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;

/**
 * Turns a command of a handbook into XML and opens that, unsaved: as a document of the host, or within the domain that a device is to be
 * attached to. Begins with what is on the clipboard, if that is a command.
 */
public final class CommandWizard extends Wizard implements INewWizard {

    private IWorkbench workbench;
    private IStructuredSelection selection;
    private CommandPage page;

    public CommandWizard() {
        setWindowTitle(Texts.get("command.title"));
    }

    @Override
    public void init(IWorkbench opener, IStructuredSelection selected) {
        workbench = opener;
        selection = selected;
        page = new CommandPage(selected().map(HostObject::host), clipboard());
        addPage(page);
    }

    private Optional<HostObject> selected() {
        return Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), HostObject.class));
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return clipboard.getContents(TextTransfer.getInstance()) instanceof String text && !CommandLines.find(text).isEmpty() ? text : "";
        } finally {
            clipboard.dispose();
        }
    }

    @Override
    public boolean performFinish() {
        Translation made = page.edited();
        Document document = made.document().orElseThrow();
        try {
            return document.device() ? attach(page.host(), document) : open(page.host(), document, made.notes());
        } catch (VirtException | CoreException e) {
            Failure.show(e);
            return false;
        }
    }

    /** @return whether it was opened; otherwise the person did not choose where it goes */
    private boolean open(Host host, Document document, List<Note> notes) throws CoreException {
        String text = XmlComment.of(notes.stream().map(Note::message).toList(), Locale.getDefault()) + document.xml();
        DocumentKind kind = DocumentKind.of(document.root()).orElseThrow();
        if (!ApplyRequest.applicable(kind)) {
            return saveAsFile(text);
        }
        String name = XmlTree.parse(document.xml()).root().flatMap(root -> root.element("name")).map(element -> element.text().strip())
                .filter(stated -> !stated.isEmpty()).orElse(document.root());
        Optional<UUID> pool = Optional.empty();
        if (kind == DocumentKind.STORAGE_VOLUME) {
            pool = pool(host, document.owner(), name);
            if (pool.isEmpty()) {
                return false;
            }
        }
        LiveEditors.openNew(host, kind, pool, name, text);
        return true;
    }

    /** What the workbench sends to no host as a document stays one of the workspace. */
    private boolean saveAsFile(String text) {
        FileWizard file = new FileWizard(Optional.of(text));
        file.init(workbench, selection);
        return new WizardDialog(getShell(), file).open() == WizardDialog.OK;
    }

    /** The pool that the command names, or else the one that is selected, or chosen now. */
    private Optional<UUID> pool(Host host, String named, String volume) {
        Optional<UUID> known = Waiting.forResult(host.pools().list()).flatMap(pools -> pools.stream()
                .filter(pool -> pool.name().equals(named)).map(PoolSummary::uuid).findFirst());
        Optional<UUID> selected = selected().filter(object -> object.host().equals(host)).flatMap(object ->
                object instanceof HostObject.OfPool pool ? Optional.of(pool.summary().uuid()) : Optional.empty());
        return known.or(() -> selected).or(() -> new PoolChoice(getShell(), host).ask(List.of(volume)));
    }

    /** Into the domain that the command names, or else the one that is selected. */
    private boolean attach(Host host, Document device) {
        Optional<LiveObject> named = Waiting.forResult(host.domains().list()).flatMap(domains -> domains.stream()
                .filter(domain -> domain.name().equals(device.owner()) || domain.uuid().toString().equals(device.owner())).findFirst())
                .map(domain -> live(host, domain));
        Optional<LiveObject> domain = named.or(() -> selected().filter(object -> object.host().equals(host)).flatMap(LiveObject::of)
                .filter(object -> object.kind() == DocumentKind.DOMAIN));
        if (domain.isEmpty()) {
            page.setErrorMessage(Texts.get("command.no-domain", host.uri(), device.owner()));
            return false;
        }
        LiveEditors.openAndEdit(host, domain.get(), text -> DeviceInsertion.of(XmlTree.parse(text), device.root(), device.xml())
                .map(edit -> TextEdit.apply(text, List.of(edit))).orElse(text));
        return true;
    }

    private static LiveObject live(Host host, DomainSummary domain) {
        return new LiveObject(host.uri(), DocumentKind.DOMAIN, domain.uuid(), domain.name());
    }
}
