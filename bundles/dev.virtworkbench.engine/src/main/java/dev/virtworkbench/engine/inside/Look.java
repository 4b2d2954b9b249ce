package dev.virtworkbench.engine.inside;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.Passphrase;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.language.findings.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One image that is looked into. What it needs for that is started by the first question, and by the first after some minutes of rest;
 * a question that is cancelled ends it, so that nothing goes on in secret. Jobs of one look wait for each other. Safe to use from any
 * thread.
 */
public final class Look implements AutoCloseable {

    /** How long an appliance is kept that nobody asks anything. */
    static final Duration REST = Duration.ofMinutes(5);

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "looks inside images that are at rest");
        thread.setDaemon(true);
        return thread;
    });

    private final Inside inside;
    private final Image image;
    private final Duration rest;
    private final ReentrantLock turn = new ReentrantLock();

    // guarded by turn
    private final Map<String, Passphrase> keys = new LinkedHashMap<>();
    private Optional<Survey> survey = Optional.empty();
    private Appliance appliance;
    private ScheduledFuture<?> resting;
    private volatile boolean closed;

    Look(Inside inside, Image image, Duration rest) {
        this.inside = inside;
        this.image = image;
        this.rest = rest;
    }

    public Image image() {
        return image;
    }

    /** What is inside; looks anew each time. @param stages is told what it is at, on a thread of the engine */
    public Job<Survey> survey(Consumer<Stage> stages) {
        return start(Operation.INSIDE_LOOK, image.path(), stages, at -> known(Surveying.survey(at, stages)));
    }

    /**
     * Opens an encrypted device, and looks for what is in it; for operating systems if none was found outside of it.
     *
     * @param device as in {@link Survey.FileSystem#device()}
     * @param passphrase kept, in memory, as long as this look is open
     */
    public Job<Survey> unlock(String device, Passphrase passphrase, Consumer<Stage> stages) {
        return start(Operation.INSIDE_LOOK, image.path(), stages, at -> {
            at.unlock(device, passphrase);
            keys.put(device, passphrase);
            return known(survey.isPresent() ? Surveying.opened(at, survey.get(), stages) : Surveying.survey(at, stages));
        });
    }

    private Survey known(Survey found) {
        survey = Optional.of(found);
        return found;
    }

    /** What is in a folder, in the order of names' bytes. */
    public Job<List<Entry>> list(GuestPath folder) {
        return start(Operation.INSIDE_LIST, folder.shown(), at -> new Listing(at).of(folder));
    }

    /** The beginning of a file. @param most bytes, 1 … 1048576 */
    public Job<Head> head(Entry file, int most) {
        return start(Operation.INSIDE_VIEW, file.path().shown(), at -> CopyOut.head(at, file, most));
    }

    /**
     * Copies files, folders with all that is in them, and symbolic links to this machine. Each is written beside its place, and moved
     * there when it is whole.
     *
     * @param folder of this machine, which is there
     * @param replace whether files that are there may be replaced; a folder never is
     * @return what was copied, and what could not be
     */
    public Job<Copied> copyOut(List<Entry> entries, Path folder, boolean replace) {
        String object = entries.size() == 1 ? entries.getFirst().path().shown() : image.path();
        return inside.session().start(Operation.INSIDE_COPY, object, Cancellation.STOPS_WORK, task -> inTurn(task, Operation.INSIDE_COPY, object, stage -> { },
                at -> new CopyOut(at, inside.looking(Operation.INSIDE_COPY, object, task), folder, replace).copy(entries)));
    }

    private <T> Job<T> start(Operation operation, String object, Function<Appliance, T> work) {
        return start(operation, object, stage -> { }, work);
    }

    private <T> Job<T> start(Operation operation, String object, Consumer<Stage> stages, Function<Appliance, T> work) {
        return inside.session().start(operation, object, Cancellation.STOPS_WORK, task -> inTurn(task, operation, object, stages, work));
    }

    private <T> T inTurn(Task task, Operation operation, String object, Consumer<Stage> stages, Function<Appliance, T> work) {
        task.take(turn);
        try {
            if (closed) {
                throw new CancellationException();
            }
            if (resting != null) {
                resting.cancel(false);
            }
            Inside.Looking looking = inside.looking(operation, object, task);
            if (image.key().isPresent() && !image.format().equals("luks")) {
                throw looking.failure(Message.of(Look.class, "encrypted"), Message.of(Look.class, "encrypted.hint"));
            }
            if (appliance == null || !appliance.alive()) {
                if (image.format().equals("luks") && image.key().isPresent()) {
                    keys.putIfAbsent("/dev/sda", image.key().get());
                }
                appliance = Appliance.start(looking, image, keys, stages);
            }
            appliance = appliance.in(looking);
            return work.apply(appliance);
        } finally {
            if (closed) {
                end();
            } else {
                resting = CLOCK.schedule(this::rest, rest.toMillis(), TimeUnit.MILLISECONDS);
            }
            turn.unlock();
        }
    }

    private void rest() {
        if (turn.tryLock()) {
            try {
                end();
            } finally {
                turn.unlock();
            }
        }
    }

    private void end() {
        if (appliance != null) {
            appliance.close();
            appliance = null;
        }
    }

    /** Ends it, also under a job; comes back at once. */
    @Override
    public void close() {
        closed = true;
        CLOCK.execute(this::rest);
    }
}
