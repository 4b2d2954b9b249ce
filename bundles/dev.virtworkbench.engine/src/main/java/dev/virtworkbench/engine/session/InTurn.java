package dev.virtworkbench.engine.session;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The same done to several objects of a host, as one job: to one after the other, also after one that it could not be done to. If it
 * was not done to all, the job fails, and says to which it was, to which not, and why; the failures of the single ones are the
 * {@linkplain Throwable#getSuppressed() suppressed} ones of that.
 *
 * @param <T> kind of the objects
 */
public final class InTurn<T> {

    /** As many are named in a sentence; the others are counted. */
    private static final int NAMED = 10;

    private final Operation operation;
    private final List<T> objects;
    private final Function<T, String> name;
    private final Function<T, ? extends Job<?>> each;
    private final List<String> done = new ArrayList<>();
    private final List<VirtException> failures = new ArrayList<>();

    private InTurn(Operation operation, List<T> objects, Function<T, String> name, Function<T, ? extends Job<?>> each) {
        this.operation = operation;
        this.objects = List.copyOf(objects);
        this.name = name;
        this.each = each;
    }

    /**
     * Starts the job; for a single object its own. Cancelled, it begins with no further object.
     *
     * @param session the host's
     * @param operation what is done to each
     * @param objects at least one
     * @param each starts what is done to one; on a thread of the session
     */
    public static <T> Job<?> start(Session session, Operation operation, List<T> objects, Function<T, String> name,
            Function<T, ? extends Job<?>> each) {
        if (objects.size() == 1) {
            return each.apply(objects.getFirst());
        }
        InTurn<T> all = new InTurn<>(operation, objects, name, each);
        return session.start(operation, all.name(), Cancellation.STOPS_WORK, task -> {
            all.run(task);
            return null;
        });
    }

    private void run(Task task) {
        int begun = 0;
        try {
            while (begun < objects.size() && (failures.isEmpty() || !Session.lost(failures.getLast()))) {
                task.stopIfCancelled();
                oneMore(objects.get(begun));
                task.progress(++begun, objects.size());
            }
        } catch (CancellationException e) {
            if (begun == 0) {
                throw e;
            }
        }
        if (done.size() < objects.size()) {
            throw notAll(begun);
        }
    }

    private void oneMore(T object) {
        try {
            each.apply(object).await();
            done.add(name.apply(object));
        } catch (VirtException e) {
            failures.add(e);
        }
    }

    private VirtException notAll(int begun) {
        List<Message> rest = new ArrayList<>();
        failures.stream().limit(NAMED).forEach(failure -> rest.add(message("failed", failure.object(), failure.why())));
        if (failures.size() > NAMED) {
            rest.add(message("more-failed", failures.size() - NAMED, named(failures.stream().skip(NAMED).map(VirtException::object).toList())));
        }
        if (begun < objects.size()) {
            rest.add(message("not-begun", named(objects.stream().skip(begun).map(name).toList())));
        }
        Message others = rest.stream().reduce((some, next) -> message("and", some, next)).orElseThrow();
        Message why = done.isEmpty() ? message("none", objects.size(), others)
                : message("some", done.size(), objects.size(), named(done), others);
        List<Optional<Message>> hints = failures.stream().map(VirtException::hint).distinct().toList();
        VirtException end = VirtException.of(operation, name(), why, hints.size() == 1 ? hints.getFirst().orElse(null) : null, null);
        failures.forEach(end::addSuppressed);
        return end;
    }

    private String name() {
        return named(objects.stream().map(name).toList()) + (objects.size() > NAMED ? " (" + objects.size() + ")" : "");
    }

    private static String named(List<String> names) {
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? ", …" : "");
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(InTurn.class, "in-turn." + key, arguments);
    }
}
