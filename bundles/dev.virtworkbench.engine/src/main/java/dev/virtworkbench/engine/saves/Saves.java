package dev.virtworkbench.engine.saves;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.SaveCalls;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.engine.session.Watch;
import dev.virtworkbench.engine.storage.Folder;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Puts domains of a host, with what their guests have in memory, into files and brings them back. What is on their disks is in no such
 * file: a guest that goes on from one finds its disks as it left them, or damages them. Safe to use from any thread.
 */
public final class Saves {

    private final Host host;

    public Saves(Host host) {
        this.host = host;
    }

    /**
     * Saves a domain that runs to a file, and ends it. Cancelled, it runs on and no file is left.
     *
     * @param path absolute, on the host, where nothing is yet: libvirt would write over it
     * @param later how it will be when it is brought back, unless that is said then
     */
    public Job<Void> save(Domain domain, String path, Resume later) {
        return host.session().start(Operation.DOMAIN_SAVE, domain.name(), Cancellation.STOPS_WORK, task -> {
            try (Folder folder = Folder.open(host.pools(), Folder.of(path))) {
                if (folder.has(Folder.name(path))) {
                    throw VirtException.of(Operation.DOMAIN_SAVE, domain.name(), message("exists", path), message("exists.hint"), null);
                }
            }
            task.stopIfCancelled();
            write(domain, Command.virsh("save", options(later), domain.name(), path), task, saves -> saves.save(domain.uuid(), path, later.flag));
            return null;
        });
    }

    /** Saves a domain that runs where libvirt keeps such things: its next start goes on from there. Cancelled, it runs on. */
    public Job<Void> managedSave(Domain domain, Resume later) {
        return host.session().start(Operation.DOMAIN_SAVE, domain.name(), Cancellation.STOPS_WORK, task -> {
            write(domain, Command.virsh("managedsave", options(later), domain.name()), task, saves -> saves.managedSave(domain.uuid(), later.flag));
            return null;
        });
    }

    /** Throws that away: the domain’s next start is one from its disks, as after pulling the plug. */
    public Job<Void> discard(Domain domain) {
        return host.session().run(Operation.DOMAIN_DISCARD, domain.name(), Command.virsh("managedsave-remove", domain.name()), connection -> {
            connection.saves().removeManagedSave(domain.uuid());
            return null;
        });
    }

    /** The document in a file that a domain was saved to, with its passwords. */
    public Job<String> xml(String path) {
        return host.session().run(Operation.SAVED_XML, path, Command.virsh("save-image-dumpxml", List.of("--security-info"), path),
                connection -> connection.saves().xml(path, DomainCalls.XML_SECURE));
    }

    /**
     * Brings a domain back from a file, which stays.
     *
     * @param xml its document where that was changed: what the guest sees of its machine has to stay; empty for the one in the file
     */
    public Job<Void> restore(String path, Optional<String> xml, Resume now) {
        List<String> options = new ArrayList<>(options(now));
        if (xml.isPresent()) {
            options.addAll(List.of("--xml", "domain.xml"));
        }
        Command command = Command.virsh("restore", options, path);
        return host.session().run(Operation.DOMAIN_RESTORE, path, command, connection -> {
            try {
                connection.saves().restore(path, xml.orElse(null), now.flag);
                return null;
            } catch (LibvirtError e) {
                throw xml.isEmpty() ? e : new LibvirtError(e.code(), e.domain(), Redaction.hide(String.valueOf(e.getMessage()), XmlTree.parse(xml.get())));
            }
        });
    }

    private static List<String> options(Resume how) {
        return how.option.isEmpty() ? List.of() : List.of(how.option);
    }

    /** Writes, tells how far it is, and has libvirt stop when the job is cancelled. */
    private void write(Domain domain, Command command, Task task, Writing writing) {
        UUID uuid = domain.uuid();
        host.session().<Void>run(Operation.DOMAIN_SAVE, domain.name(), command, Cancellation.STOPS_WORK, (connection, step) -> {
            AtomicBoolean stopped = new AtomicBoolean();
            try (Watch watch = Watch.of(domain.name(), connection, open -> look(open.saves(), uuid, task, stopped))) {
                writing.on(connection.saves());
            } catch (LibvirtError e) {
                // it says that it was stopped in other words each time
                if (stopped.get()) {
                    throw new CancellationException();
                }
                throw e;
            }
            return null;
        }).await();
    }

    private static void look(SaveCalls saves, UUID domain, Task task, AtomicBoolean stopped) throws LibvirtError {
        if (task.cancelled()) {
            // each time: what is told to QEMU before it has begun to write is forgotten
            saves.abort(domain);
            stopped.set(true);
            return;
        }
        SaveCalls.Progress now = saves.progress(domain);
        if (now.total() > 0) {
            task.progress(now.done(), now.total());
        }
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(Saves.class, "save." + key, arguments);
    }

    /** Has libvirt write. */
    @FunctionalInterface
    private interface Writing {
        void on(SaveCalls saves) throws LibvirtError;
    }
}
