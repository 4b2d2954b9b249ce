package dev.virtworkbench.engine.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class JobTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Test
    void whoCancelsBeforeAnythingIsChangedChangesNothing() {
        StringBuilder done = new StringBuilder();
        Job<?>[] self = new Job<?>[1];
        Job<String> job = start(task -> {
            done.append("looked");
            assertTrue(self[0].cancel());
            task.beginChanging();
            done.append(", changed");
            return "";
        });
        self[0] = job;
        waiting.remove().run();
        assertEquals("looked", done.toString());
        assertEquals(JobState.CANCELLED, job.state());
        assertThrows(CancellationException.class, job::await);
    }

    @Test
    void whoCancelsLaterIsToldThatItIsTooLate() {
        Job<?>[] self = new Job<?>[1];
        Job<String> job = start(task -> {
            task.beginChanging();
            assertFalse(self[0].cancel());
            assertEquals(JobState.CHANGING, self[0].state());
            assertTrue(self[0].outcome().in(Locale.ENGLISH).contains("cannot be cancelled any more"));
            task.beginChanging();
            return "changed";
        });
        self[0] = job;
        waiting.remove().run();
        assertEquals(JobState.DONE, job.state());
        assertEquals("changed", job.await());
    }

    @Test
    void whoCancelsWhatIsTakenBackWaitsUntilItIs() {
        Job<?>[] self = new Job<?>[1];
        Job<String> job = start(Cancellation.TAKES_BACK, task -> {
            assertTrue(self[0].cancel());
            assertEquals(JobState.CANCELLING, self[0].state());
            assertTrue(self[0].outcome().in(Locale.ENGLISH).contains("removed"));
            task.stopIfCancelled();
            return "";
        });
        self[0] = job;
        waiting.remove().run();
        assertThrows(CancellationException.class, job::await);
        assertTrue(job.outcome().in(Locale.ENGLISH).contains("cancelled"));
    }

    @Test
    void aJobThatCountsBytesTellsHowManyTheyAre() {
        Job<String> job = start(task -> {
            task.progress(1, 2);
            return "";
        });
        waiting.remove().run();
        assertTrue(job.bytes().isEmpty());
        Job<String> sends = start(task -> {
            task.bytes(500, 2000);
            return "";
        });
        waiting.remove().run();
        assertEquals(2000, sends.bytes().orElseThrow());
    }

    private Job<String> start(Work<String> work) {
        return start(Cancellation.UNTIL_CHANGING, work);
    }

    private Job<String> start(Cancellation cancellation, Work<String> work) {
        return new Jobs().start(Operation.APPLY, "it", cancellation, waiting::add, work);
    }
}
