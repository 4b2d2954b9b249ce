package dev.virtworkbench.engine.secrets;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.SecretCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The secrets of a host. */
public final class Secrets {

    private static final int DEFINE_VALIDATE = 1;

    private final Session session;

    public Secrets(Session session) {
        this.session = session;
    }

    public Job<List<SecretSummary>> list() {
        return session.run(Operation.SECRET_LIST, session.uri(), Command.virsh("secret-list"),
                connection -> connection.secrets().list().stream().map(Secrets::summary).toList());
    }

    /** The secret's document, which has no value in it. */
    public Job<String> xml(UUID secret) {
        return session.run(Operation.SECRET_XML, secret.toString(), Command.virsh("secret-dumpxml", secret.toString()),
                connection -> connection.secrets().xml(secret));
    }

    /** Defines a secret without a value, or changes what the one with that UUID is for. */
    public Job<SecretSummary> define(String xml, boolean validate) {
        return session.run(Operation.SECRET_DEFINE, "",
                Command.virsh("secret-define", validate ? List.of("--validate") : List.of(), "secret.xml"),
                connection -> summary(connection.secrets().define(xml, validate ? DEFINE_VALIDATE : 0)));
    }

    /**
     * Gives a secret its value, or another one. libvirt keeps it and checks nothing of it.
     *
     * @param value not empty, as of {@link SecretEncoding#bytes}. Overwritten with zeroes once libvirt has it, and kept nowhere else
     */
    public Job<Void> setValue(SecretSummary secret, byte[] value) {
        return session.run(Operation.SECRET_SET, secret.name(),
                Command.virsh("secret-set-value", List.of("--interactive"), secret.uuid().toString()), connection -> {
                    try {
                        connection.secrets().setValue(secret.uuid(), value);
                    } finally {
                        Arrays.fill(value, (byte) 0);
                    }
                    return null;
                });
    }

    /**
     * Looks which secrets have no value yet. Of private ones libvirt tells nobody, nor of any where somebody may only look: those are not
     * among them, and neither is any where the host's driver has no secrets.
     */
    public Job<Set<UUID>> withoutValue() {
        return session.run(Operation.SECRET_LIST, session.uri(), null, connection -> withoutValue(connection.secrets()));
    }

    private static Set<UUID> withoutValue(SecretCalls calls) throws LibvirtError {
        Set<UUID> found = new HashSet<>();
        for (SecretSummary secret : summaries(calls)) {
            if (!secret.isPrivate() && knownEmpty(calls, secret)) {
                found.add(secret.uuid());
            }
        }
        return found;
    }

    private static List<SecretSummary> summaries(SecretCalls calls) throws LibvirtError {
        try {
            return calls.list().stream().map(Secrets::summary).toList();
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean knownEmpty(SecretCalls calls, SecretSummary secret) throws LibvirtError {
        try {
            return !calls.hasValue(secret.uuid());
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.OPERATION_DENIED || e.code() == ErrorCode.ACCESS_DENIED || e.code() == ErrorCode.INVALID_SECRET) {
                return false;
            }
            throw e;
        }
    }

    /** Makes libvirt forget the secret and its value. */
    public Job<Void> undefine(UUID secret) {
        return session.run(Operation.SECRET_UNDEFINE, secret.toString(),
                Command.virsh("secret-undefine", secret.toString()), connection -> {
                    connection.secrets().undefine(secret);
                    return null;
                });
    }

    /**
     * Makes libvirt forget the secret and its value, unless somebody needs it: libvirt itself does not look.
     *
     * @param refusals why it must not be done now, asked within the job; empty if it may
     */
    public Job<Void> undefine(SecretSummary secret, Supplier<List<Message>> refusals) {
        return session.start(Operation.SECRET_UNDEFINE, secret.name(), Cancellation.STOPS_WAITING, task -> {
            List<Message> reasons = refusals.get();
            if (!reasons.isEmpty()) {
                throw VirtException.refused(Operation.SECRET_UNDEFINE, secret.name(), reasons);
            }
            undefine(secret.uuid()).await();
            return null;
        });
    }

    /** Looks who names which secret: through the documents of all domains, pools and volumes of active pools, a call each. */
    public Job<SecretUse> use() {
        return session.run(Operation.SECRET_USE, session.uri(), null, Cancellation.STOPS_WAITING,
                (connection, task) -> SecretUse.of(connection, session.spread(task)));
    }

    private static SecretSummary summary(SecretCalls.Details details) {
        Optional<XmlElement> root = XmlTree.parse(details.xml()).root();
        return new SecretSummary(details.uuid(), root.flatMap(secret -> secret.element("usage")).map(usage -> usage.value("type")).orElse(""),
                details.usage(), root.flatMap(secret -> secret.element("description")).map(words -> words.text().strip()).orElse(""),
                root.filter(secret -> secret.value("private").equals("yes")).isPresent(),
                root.filter(secret -> secret.value("ephemeral").equals("yes")).isPresent());
    }
}
