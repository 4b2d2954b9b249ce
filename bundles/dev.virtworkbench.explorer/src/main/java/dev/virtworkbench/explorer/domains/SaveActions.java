package dev.virtworkbench.explorer.domains;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.saves.Resume;
import dev.virtworkbench.engine.saves.Saves;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.dialogs.WayDialog;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import org.eclipse.swt.widgets.Shell;

/** Puts a domain with its memory into a file, its own or libvirt's; followed in the Progress view, and cancelled there. On the UI thread. */
public final class SaveActions {

    private static final String NOWHERE_ELSE = "/var/lib/libvirt/images/";

    private final Shell shell;
    private final OfDomain domain;

    /** @param shell over which dialogs open */
    public SaveActions(Shell shell, OfDomain domain) {
        this.shell = shell;
        this.domain = domain;
    }

    /** Into a file that the person names. */
    public void save() {
        SaveDialog.ask(shell, domain.name(), usual()).ifPresent(wanted -> start(saves().save(domain.domain(), wanted.path(), wanted.later())));
    }

    /** Beside its first image, as far as its disks are known. */
    private String usual() {
        String folder = VirtWorkbench.get().contents().of(domain.host()).disks(domain.summary()).latest().stream().flatMap(List::stream)
                .map(Disk::source).filter(path -> path.startsWith("/") && !path.startsWith("/dev/")).findFirst()
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1)).orElse(NOWHERE_ELSE);
        return folder + domain.name().replace('/', '-') + ".save";
    }

    /** Where libvirt keeps it until the next start. */
    public void saveState() {
        WayDialog.ask(shell, Texts.get("state"), Texts.get("state.question", domain.name()), List.of(Resume.values()),
                resume -> Texts.get("state." + resume)).ifPresent(resume -> start(saves().managedSave(domain.domain(), resume)));
    }

    /** Throws away what libvirt keeps. */
    public void discardState() {
        if (LossQuestion.confirmed(shell, Texts.get("discard"), List.of(Loss.ofSavedState(domain.summary())))) {
            start(saves().discard(domain.domain()));
        }
    }

    private Saves saves() {
        return new Saves(domain.host());
    }

    private void start(Job<Void> job) {
        // libvirt does not tell that it has thrown something away
        Asked.all(List.of(job), () -> VirtWorkbench.get().contents().of(domain.host()).domains().again());
    }
}
