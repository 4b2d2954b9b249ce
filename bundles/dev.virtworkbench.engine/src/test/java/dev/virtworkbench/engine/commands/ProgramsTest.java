package dev.virtworkbench.engine.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    @Test
    void whatMustNotStopHalfwayGoesOnTellingHowFarItIsAndHowFast() {
        List<String> told = new ArrayList<>();
        Task cancelled = new Task() {
            @Override
            public void progress(long done, long total) {
                told.add(done + " of " + total);
            }

            @Override
            public void bytes(long done, long total) {
                told.add(done + " of " + total + " bytes");
            }

            @Override
            public boolean cancelled() {
                return true;
            }

            @Override
            public void stopIfCancelled() {
                throw new CancellationException();
            }

            @Override
            public void beginChanging() {
                told.add("changes");
            }
        };
        Task steadfast = new Programs(null, Rights.PERSON, Operation.IMAGE_COPY, "disk", cancelled).steadfast().task();
        steadfast.progress(1, 2);
        steadfast.bytes(3, 4);
        steadfast.beginChanging();
        steadfast.stopIfCancelled();
        assertFalse(steadfast.cancelled());
        assertEquals(List.of("1 of 2", "3 of 4 bytes", "changes"), told);
    }
}
