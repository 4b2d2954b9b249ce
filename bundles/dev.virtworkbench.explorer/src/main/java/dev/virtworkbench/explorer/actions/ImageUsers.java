package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.dialogs.Refusal;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The look at who uses which images of a host before a person is asked whether to touch some. */
final class ImageUsers {

    private ImageUsers() { }

    /**
     * Goes on if nobody is in the way; otherwise says who is. On the UI thread.
     *
     * @param look starts the look
     * @param action what was asked for
     * @param refusals why it must not be done
     * @param next is not called either if the person did not want to wait, or nobody knows who uses what
     */
    static void unlessInTheWay(Supplier<Job<ImageUse>> look, String action, Function<ImageUse, List<Message>> refusals, Consumer<ImageUse> next) {
        Optional<ImageUse> use;
        try {
            use = Waiting.forResult(look);
        } catch (VirtException e) {
            Failure.show(e);
            return;
        }
        List<Message> reasons = use.map(refusals).orElse(List.of());
        if (!reasons.isEmpty()) {
            Refusal.show(Person.shell(), action, reasons);
        } else {
            use.ifPresent(next);
        }
    }
}
