package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Message;

/** The command was called in a way that it does not understand. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    UsageException(String key, Object... arguments) {
        super(key);
        reason = Message.of(ValidateCommand.class, key, arguments);
    }

    /** What was not understood, for the person who called. */
    Message reason() {
        return reason;
    }
}
