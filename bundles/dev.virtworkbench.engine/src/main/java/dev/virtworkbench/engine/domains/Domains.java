package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The domains of a host. */
public final class Domains {

    private final Session session;

    public Domains(Session session) {
        this.session = session;
    }

    /** All domains, running or not, in libvirt's order. */
    public Job<List<DomainSummary>> list() {
        return session.run(Operation.DOMAIN_LIST, session.uri(), Command.virsh("list", List.of("--all")),
                connection -> connection.domains().list().stream().map(DomainSummary::of).toList());
    }

    /** The domain with that UUID, whether there is one or not. */
    public Domain domain(UUID uuid, String name) {
        return new Domain(session, uuid, name);
    }

    public Domain domain(DomainSummary summary) {
        return domain(summary.uuid(), summary.name());
    }

    /** The domain of that name. */
    public Job<Domain> lookup(String name) {
        return session.run(Operation.DOMAIN_LOOKUP, name, Command.virsh("dominfo", name),
                connection -> domain(connection.domains().lookup(name)));
    }

    /**
     * Defines a domain, or changes the configuration of the one with that name and UUID. It is not started.
     *
     * @param xml a {@code <domain>} document
     * @param validate whether libvirt shall judge it by its schema first, which refuses unknown elements
     */
    public Job<Domain> define(String xml, boolean validate) {
        String name = nameIn(xml);
        return session.run(Operation.DOMAIN_DEFINE, name,
                Command.virsh("define", validate ? List.of("--validate") : List.of(), name + ".xml"),
                connection -> domain(SecretFree.call(xml,
                        () -> connection.domains().define(xml, validate ? DomainCalls.DEFINE_VALIDATE : 0))));
    }

    /**
     * Defines a new domain and, if wanted, starts it. If it does not start it is forgotten again, so that a better document can
     * be tried; the file with the variables of its firmware, if it has one, stays. One that was there before is refused, whatever its UUID.
     */
    public Job<Domain> make(String xml, boolean validate, boolean start) {
        String name = nameIn(xml);
        return session.start(Operation.DOMAIN_DEFINE, name, Cancellation.STOPS_WAITING, task -> {
            if (list().await().stream().anyMatch(domain -> domain.name().equals(name))) {
                throw VirtException.of(Operation.DOMAIN_DEFINE, name, Message.of(Domains.class, "taken"),
                        Message.of(Domains.class, "taken.hint"), null);
            }
            Domain domain = define(xml, validate).await();
            if (start) {
                try {
                    domain.start().await();
                } catch (VirtException e) {
                    throw forget(domain, XmlTree.parse(xml).root().filter(Undefine::keepsVariables).isPresent(), e) ? e : VirtException.of(Operation.DOMAIN_DEFINE, name, e.text(),
                            Message.of(Domains.class, "left", name), e);
                }
            }
            return domain;
        });
    }

    /** @return whether it is gone; otherwise why it could not be is among what was suppressed */
    private static boolean forget(Domain domain, boolean variables, VirtException why) {
        try {
            // the file may be that of an earlier domain of this name, kept when that was undefined
            domain.undefine(variables ? Set.of(Undefine.KEEP_NVRAM) : Set.of()).await();
            return true;
        } catch (VirtException e) {
            why.addSuppressed(e);
            return false;
        }
    }

    /**
     * Starts a domain that is gone when it ends. One that is defined with that name and UUID runs once with this document.
     *
     * @param validate as for {@link #define}
     */
    public Job<Domain> createTransient(String xml, boolean validate) {
        String name = nameIn(xml);
        return session.run(Operation.DOMAIN_CREATE, name,
                Command.virsh("create", validate ? List.of("--validate") : List.of(), name + ".xml"),
                connection -> domain(SecretFree.call(xml,
                        () -> connection.domains().create(xml, validate ? DomainCalls.START_VALIDATE : 0))));
    }

    /**
     * The file in which the firmware of a domain with that document has its variables, be it there yet or not. Of one whose firmware libvirt
     * chooses, the document need not say it: then libvirt is asked how it would run it. Empty if there is no such file, or the driver cannot
     * tell; fails where libvirt finds no such firmware.
     */
    public Job<Optional<String>> variables(String xml) {
        String name = nameIn(xml);
        Optional<XmlElement> domain = XmlTree.parse(xml).root();
        Optional<String> written = domain.flatMap(Nvram::path);
        boolean asked = written.isEmpty() && domain.filter(Nvram::chosen).isPresent();
        return session.run(Operation.DOMAIN_KEPT, name, asked ? Command.virsh("domxml-to-native", "qemu-argv", name + ".xml") : null, connection -> {
            try {
                return asked ? Nvram.in(connection.host().qemuCommandLine(Nvram.least(domain.get(), xml))) : written;
            } catch (LibvirtError e) {
                if (e.code() == ErrorCode.NO_SUPPORT) {
                    return Optional.<String>empty();
                }
                throw e;
            }
        });
    }

    /** Which domain uses which image, over all domains of the host, running or not, and all volumes of its active pools. */
    public Job<ImageUse> imageUse() {
        return imageUse(pool -> true);
    }

    /**
     * The same without what only the documents of other volumes tell, which takes a call for each of them.
     *
     * @param pools whose volumes are looked through; of the others it is known which domains name them, or have a path or a backing
     *        file in them
     */
    public Job<ImageUse> imageUse(Set<UUID> pools) {
        return imageUse(pool -> pools.contains(pool.uuid()));
    }

    private Job<ImageUse> imageUse(Predicate<PoolCalls.Details> matters) {
        return session.run(Operation.IMAGE_USE, session.uri(), null, Cancellation.STOPS_WAITING,
                (connection, task) -> {
                    ImageUse use = ImageUse.of(connection, matters, session.spread(task));
                    session.tell(use.lookedAt());
                    return use;
                });
    }

    private Domain domain(DomainCalls.Details details) {
        return domain(details.uuid(), details.name());
    }

    private static String nameIn(String xml) {
        return XmlTree.parse(xml).root().flatMap(root -> root.element("name")).map(name -> name.text().strip()).orElse("");
    }
}
