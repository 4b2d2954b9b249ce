package dev.virtworkbench.engine.secrets;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.SecretCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /** Makes libvirt forget the secret and its value. */
    public Job<Void> undefine(UUID secret) {
        return session.run(Operation.SECRET_UNDEFINE, secret.toString(),
                Command.virsh("secret-undefine", secret.toString()), connection -> {
                    connection.secrets().undefine(secret);
                    return null;
                });
    }

    private static SecretSummary summary(SecretCalls.Details details) {
        Optional<XmlElement> root = XmlTree.parse(details.xml()).root();
        return new SecretSummary(details.uuid(), root.flatMap(secret -> secret.element("usage")).map(usage -> usage.value("type")).orElse(""),
                details.usage(), root.flatMap(secret -> secret.element("description")).map(words -> words.text().strip()).orElse(""),
                root.filter(secret -> secret.value("private").equals("yes")).isPresent(),
                root.filter(secret -> secret.value("ephemeral").equals("yes")).isPresent());
    }
}
