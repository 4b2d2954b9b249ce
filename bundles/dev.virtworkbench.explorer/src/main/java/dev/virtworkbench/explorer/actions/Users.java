package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Refusal;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The look at who uses which images or secrets of a host before a person is asked whether to touch some. */
final class Users {

    private Users() { }

    /**
     * Goes on if nobody is in the way; otherwise says who is. On the UI thread.
     *
     * @param <U> who uses what
     * @param look starts the look
     * @param action what was asked for
     * @param refusals why it must not be done
     * @param next is not called either if the person did not want to wait, or nobody knows who uses what
     */
    static <U> void unlessInTheWay(Supplier<Job<U>> look, String action, Function<U, List<Message>> refusals, Consumer<U> next) {
        Optional<U> use = Waiting.orTold(look);
        List<Message> reasons = use.map(refusals).orElse(List.of());
        if (!reasons.isEmpty()) {
            Refusal.show(Person.shell(), action, reasons);
        } else {
            use.ifPresent(next);
        }
    }
}
