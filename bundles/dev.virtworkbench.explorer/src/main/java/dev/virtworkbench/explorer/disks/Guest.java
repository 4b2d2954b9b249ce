package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Conflict;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.comparing.TextComparison;
import dev.virtworkbench.explorer.comparing.TextComparison.Titled;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;

/**
 * A domain and its documents, without passwords, as they are when something is done to its disks. For the UI thread.
 *
 * @param configured what its next start takes; of a transient one what it runs with
 * @param running what it runs with; empty if it does not run
 */
record Guest(OfDomain of, String configured, Optional<String> running) {

    /** Reads them. @return empty if the person did not want to wait, or it failed, which was told */
    static Optional<Guest> read(OfDomain domain) {
        Optional<String> configured = Waiting.orTold(() -> domain.domain().xml(true, false));
        if (configured.isEmpty() || !domain.summary().state().active()) {
            return configured.map(xml -> new Guest(domain, xml, Optional.empty()));
        }
        return Waiting.orTold(() -> domain.domain().xml(false, false)).map(xml -> new Guest(domain, configured.get(), Optional.of(xml)));
    }

    String name() {
        return of.name();
    }

    Host host() {
        return of.host();
    }

    Domain domain() {
        return of.domain();
    }

    XmlTree document() {
        return XmlTree.parse(configured);
    }

    /** When a change can take effect. @param live whether QEMU can make it while the domain runs */
    List<When> whens(boolean live) {
        if (running.isEmpty()) {
            return List.of(When.NEXT_START);
        }
        if (!of.summary().persistent()) {
            return live ? List.of(When.NOW) : List.of();
        }
        return live ? List.of(When.BOTH, When.NEXT_START, When.NOW) : List.of(When.NEXT_START);
    }

    /** Applies another text with what the person has agreed to already. @param force whether a drive opens though its guest has locked it */
    void agreed(Shell shell, String text, boolean live, boolean force) {
        new Applying(shell, host()).agreed(request(text), live, force, this::compare);
        disksChanged();
    }

    /** Applies another text after a look at the differences. */
    void apply(Shell shell, String text) {
        new Applying(shell, host()).apply(List.of(request(text)), this::compare);
        disksChanged();
    }

    private ApplyRequest request(String text) {
        return ApplyRequest.document(DocumentKind.DOMAIN, text).openedAs(configured).keepingSecrets();
    }

    private void compare(Conflict conflict) {
        TextComparison.openDialog(Texts.get("conflict", name()), name() + ".xml", new Titled(Texts.get("conflict.edited"), conflict.edited()),
                new Titled(Texts.get("conflict.host", host().uri()), conflict.present()));
    }

    /** libvirt has no news of what only the running domain has. From any thread. */
    void disksChanged() {
        VirtWorkbench.get().contents().of(host()).disks(of.summary()).again();
    }
}
