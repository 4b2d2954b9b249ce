package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.CredentialSource;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The password for which sudo lets the person be root on one host: asked for once, proven before anything is done with it, in memory
 * only. Safe to use from any thread: who comes while somebody is being asked waits for that answer.
 */
final class SudoPassword {

    /** As many as sudo itself allows where nobody has said otherwise ({@code passwd_tries} in sudoers(5)). */
    private static final int TRIES = 3;
    private static final Command NOTHING = new Command(List.of("true"));

    private final CredentialSource person;
    private final ReentrantLock asking = new ReentrantLock();
    /** Null until it was given, and where sudo wants none. */
    private volatile String proven;
    /** How often it was to be forgotten. */
    private final AtomicInteger forgotten = new AtomicInteger();

    SudoPassword(CredentialSource person) {
        this.person = person;
    }

    /** An answer that somebody is still being asked for is used once, and not kept. */
    void forget() {
        forgotten.incrementAndGet();
        proven = null;
    }

    /**
     * The password, asked for if it is not known and sudo wants one.
     *
     * @return empty where sudo lets the person pass without
     * @throws CommandException if sudo refuses the person, or whatever they gave for a password, or they gave none
     * @throws CancellationException if the task was cancelled
     */
    Optional<String> on(Way way, Task task) throws CommandException, IOException {
        Optional<String> known = Optional.ofNullable(proven);
        if (known.isPresent() || free(way, task)) {
            return known;
        }
        task.take(asking);
        try {
            String now = proven;
            if (now == null) {
                int before = forgotten.get();
                now = ask(way, task);
                proven = now;
                if (before != forgotten.get()) {
                    proven = null;
                }
            }
            return Optional.of(now);
        } finally {
            asking.unlock();
        }
    }

    private static boolean free(Way way, Task task) throws CommandException, IOException {
        Finished tried = way.run(Invocation.of(NOTHING, way.place(), Rights.SUDO, false), List.of(""), task, piece -> { });
        if (tried.code() == HostCommands.NO_PROGRAM) {
            throw CommandException.missing(new Command(List.of("sudo")), null);
        }
        return tried.code() == 0;
    }

    private String ask(Way way, Task task) throws CommandException, IOException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Message question = attempt == 1 ? Message.of(SudoPassword.class, "sudo.ask")
                    : Message.of(SudoPassword.class, "sudo.ask-again", attempt, TRIES);
            String given = person.answer(question.in(Locale.getDefault()), "", true)
                    .orElseThrow(() -> CommandException.closed("sudo.unanswered", ""));
            task.stopIfCancelled();
            Invocation proof = Invocation.proof(way.place());
            // the end of input comes right behind it: sudo has nothing to wait for
            Finished tried = way.run(proof, List.of(given + "\n"), task, piece -> { });
            if (tried.code() == 0) {
                return given;
            }
            if (!proof.refused()) {
                throw CommandException.closed("sudo", tried.errors());
            }
        }
        throw CommandException.closed("sudo.wrong", Integer.toString(TRIES));
    }
}
