package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.SecretAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.secrets.SecretUse;
import dev.virtworkbench.engine.secrets.Secrets;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.HostObject.OfSecret;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions on secrets. Their values are set, and never read. */
public final class SecretActions {

    private SecretActions() { }

    static Map<String, ObjectAction<OfSecret>> all() {
        return Map.of(
                "setValue", ObjectAction.one(OfSecret.class, secret -> Optional.empty(), SecretActions::setValue),
                "undefine", new ObjectAction<>(OfSecret.class,
                        secrets -> secrets.stream().map(OfSecret::host).distinct().count() == 1, SecretActions::undefine));
    }

    /** Asks for the value of a secret, and gives it that. On the UI thread. */
    public static void setValue(OfSecret secret) {
        SecretValueDialog.ask(Person.shell(), secret.summary()).ifPresent(value ->
                Asked.all(List.of(secret.host().secrets().setValue(secret.summary(), value)), () -> { }));
    }

    private static void undefine(List<OfSecret> secrets) {
        Host host = secrets.getFirst().host();
        List<SecretSummary> summaries = secrets.stream().map(OfSecret::summary).toList();
        Users.unlessInTheWay(() -> host.secrets().use(), Texts.get("secret.undefine"), use -> refusals(summaries, use), use -> {
            if (LossQuestion.confirmed(Person.shell(), Texts.get("secret.undefine"), summaries.stream().map(Loss::ofSecretUndefine).toList())) {
                undefine(host, summaries);
            }
        });
    }

    /** While the person read the question, somebody may have begun to need them. */
    private static void undefine(Host host, List<SecretSummary> secrets) {
        Secrets all = host.secrets();
        Asked.all(secrets.stream().map(secret -> all.undefine(secret,
                () -> SecretAction.UNDEFINE.refusals(secret, all.use().await()))).toList(),
                () -> VirtWorkbench.get().contents().of(host).secrets().again());
    }

    private static List<Message> refusals(List<SecretSummary> secrets, SecretUse use) {
        return secrets.stream().flatMap(secret -> SecretAction.UNDEFINE.refusals(secret, use).stream()).toList();
    }
}
