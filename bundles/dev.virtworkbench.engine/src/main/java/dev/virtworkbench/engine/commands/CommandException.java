package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.Locale;
import java.util.Optional;

/** A program could not be run on a host, or said that it failed. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A program that a signal has ended is told as this and the signal's number, by Java as by a shell. */
    private static final int SIGNAL = 128;

    private final transient Message why;
    private final transient Message hint;
    private final transient Finished finished;
    private final boolean closed;

    private CommandException(Message why, Message hint, Finished finished, boolean closed, Throwable cause) {
        super(why.in(Locale.ENGLISH), cause);
        this.why = why;
        this.hint = hint;
        this.finished = finished;
        this.closed = closed;
    }

    /** It ended with something else than 0. */
    static CommandException failed(Command command, Finished finished) {
        String program = command.arguments().getFirst();
        String words = finished.errors().isBlank() ? finished.output() : finished.errors();
        if (finished.code() > SIGNAL) {
            return new CommandException(Message.of(CommandException.class, "killed", program, finished.code() - SIGNAL), null, finished, false,
                    null);
        }
        Message why = words.isBlank() ? Message.of(CommandException.class, "failed.silent", program, finished.code())
                : Message.of(CommandException.class, "failed", program, words.strip());
        return new CommandException(why, Advice.find(words).orElse(null), finished, false, null);
    }

    /** There is no such program on that host. */
    static CommandException missing(Command command, Throwable cause) {
        String program = command.arguments().getFirst();
        return new CommandException(Message.of(CommandException.class, "missing", program),
                Advice.install(program), null, false, cause);
    }

    /** The way to the host, or to root's rights, is closed. @param key of {@code messages.properties} */
    static CommandException closed(String key, String words) {
        return new CommandException(Message.of(CommandException.class, key, words.strip()),
                Message.of(CommandException.class, key + ".hint"), null, true, null);
    }

    /** Why, with the program's own words. */
    public Message why() {
        return why;
    }

    /** What to do about it, where that is known. */
    public Optional<Message> hint() {
        return Optional.ofNullable(hint);
    }

    /** What the program left behind: some tell their answer by what they end with. Empty if it could not be run. */
    public Optional<Finished> finished() {
        return Optional.ofNullable(finished);
    }

    /** Whether no program of that host would have been run: the way to it, or to root's rights, is closed. */
    public boolean closed() {
        return closed;
    }

    /** The same as the failure of an operation. */
    public VirtException in(Operation operation, String object) {
        return VirtException.of(operation, object, why, hint, this);
    }
}
