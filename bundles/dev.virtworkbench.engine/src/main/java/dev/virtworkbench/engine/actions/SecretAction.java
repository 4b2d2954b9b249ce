package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.secrets.SecretUse;
import dev.virtworkbench.language.findings.Message;
import java.util.List;

/** What can be done to secrets, whatever state they are in. */
public enum SecretAction {
    UNDEFINE;

    /**
     * Why it must not be done: what names the secret could not be started, or its disk not opened, without it.
     *
     * @param use the host's, asked just before
     * @return a reason each; empty if nothing is in the way
     */
    public List<Message> refusals(SecretSummary secret, SecretUse use) {
        return use.of(secret).stream()
                .map(user -> Message.of(SecretAction.class, "secret-used." + user.kind(), secret.name(), user.name())).toList();
    }
}
