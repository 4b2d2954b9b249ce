package dev.virtworkbench.server.session;

import dev.virtworkbench.language.findings.Message;

/** The texts of the server itself, as far as people read them. */
public final class Messages {

    private Messages() {
    }

    /** A text of this package's bundle. */
    public static Message of(String key, Object... arguments) {
        return Message.of(Messages.class, key, arguments);
    }
}
