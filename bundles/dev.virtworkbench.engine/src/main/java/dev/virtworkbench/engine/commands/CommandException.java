package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.Locale;

/** A program could not be run on a host, or said that it failed. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message why;
    private final transient Message hint;

    private CommandException(Message why, Message hint, Throwable cause) {
        super(why.in(Locale.ENGLISH), cause);
        this.why = why;
        this.hint = hint;
    }

    /** It ended with something else than 0. @param words its own, at least those on its standard error */
    static CommandException failed(Command command, int code, String words) {
        String program = command.arguments().getFirst();
        Message why = words.isBlank() ? Message.of(CommandException.class, "failed.silent", program, code)
                : Message.of(CommandException.class, "failed", program, words.strip());
        return new CommandException(why, Advice.find(words).orElse(null), null);
    }

    /** There is no such program on that host. */
    static CommandException missing(Command command, Throwable cause) {
        String program = command.arguments().getFirst();
        return new CommandException(Message.of(CommandException.class, "missing", program),
                Advice.install(program), cause);
    }

    /** The way to the host, or to root's rights, is closed. @param key of {@code messages.properties} */
    static CommandException closed(String key, String words) {
        return new CommandException(Message.of(CommandException.class, key, words.strip()),
                Message.of(CommandException.class, key + ".hint"), null);
    }

    /** Why, with the program's own words. */
    public Message why() {
        return why;
    }

    /** The same as the failure of an operation. */
    public VirtException in(Operation operation, String object) {
        return VirtException.of(operation, object, why, hint, this);
    }
}
