package dev.virtworkbench.engine.inside;

import dev.virtworkbench.engine.commands.CommandException;
import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.inside.Fish.Refusal;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A look inside the images of a host, by its own libguestfs: for reading, whoever else uses them. Needs no connection to libvirt. Safe
 * to use from any thread.
 */
public final class Inside {

    private final Session session;
    private final HostCommands commands;
    private final Rights rights;
    /** Why the host's KVM was of no use; trying it again each time would take seconds. */
    private final AtomicReference<Message> withoutKvm;

    /** @param commands of the same host */
    public Inside(Session session, HostCommands commands) {
        this(session, commands, Rights.PERSON, new AtomicReference<>());
    }

    private Inside(Session session, HostCommands commands, Rights rights, AtomicReference<Message> withoutKvm) {
        this.session = session;
        this.commands = commands;
        this.rights = rights;
        this.withoutKvm = withoutKvm;
    }

    /** The same with other rights: most images belong to root. */
    public Inside as(Rights other) {
        return new Inside(session, commands, other, new AtomicReference<>());
    }

    /** Whether programs, and with them this, can be run on the host. */
    public boolean possible() {
        return commands.possible();
    }

    /** A look at that image; nothing runs for it until it is asked something. */
    public Look look(Image image) {
        return new Look(this, image, Look.REST);
    }

    Session session() {
        return session;
    }

    Looking looking(Operation operation, String object, Task task) {
        return new Looking(this, new Programs(commands, rights, operation, object, task));
    }

    /** What one job runs, and how it fails. */
    record Looking(Inside inside, Programs programs) {

        /** Something that guestfish is had do. */
        @FunctionalInterface
        interface Asking<T> {
            T ask() throws Refusal, CommandException, IOException;
        }

        /** The same where nothing can be refused yet. */
        @FunctionalInterface
        interface Running<T> {
            T run() throws CommandException, IOException;
        }

        HostCommands commands() {
            return programs.commands();
        }

        Rights rights() {
            return programs.rights();
        }

        Task task() {
            return programs.task();
        }

        Optional<Message> withoutKvm() {
            return Optional.ofNullable(inside.withoutKvm.get());
        }

        void noKvmHere(Message why) {
            inside.withoutKvm.set(why);
        }

        <T> T ask(Asking<T> asking) throws Refusal {
            try {
                return asking.ask();
            } catch (CommandException e) {
                throw failure(e);
            } catch (IOException e) {
                throw VirtException.of(programs.operation(), programs.object(), Message.of(Inside.class, "io", String.valueOf(e.getMessage())), null, e);
            }
        }

        <T> T run(Running<T> running) {
            try {
                return ask(running::run);
            } catch (Refusal nothing) {
                throw new IllegalStateException("nothing was asked yet", nothing);
            }
        }

        /** guestfish has ended, or could not be started. */
        VirtException failure(CommandException e) {
            return e.in(programs.operation(), programs.object());
        }

        /** @param key of the hint for what was refused */
        VirtException failure(String key, Refusal refusal) {
            Message hint = refusal.getMessage().contains("supermin") ? Message.of(Inside.class, "kernel.hint")
                    : key.equals("launch") ? Message.of(Inside.class, "launch.hint") : null;
            return VirtException.of(programs.operation(), programs.object(), Message.of(Inside.class, key, refusal.getMessage()), hint, refusal);
        }

        VirtException failure(Message why, Message hint) {
            return programs.failure(why, hint);
        }
    }
}
