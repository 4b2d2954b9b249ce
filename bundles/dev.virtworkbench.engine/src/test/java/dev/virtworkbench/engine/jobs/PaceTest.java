package dev.virtworkbench.engine.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void whatIsLeftTakesAsLongAsWhatIsDone() {
        Pace pace = new Pace(5 * SECOND);
        assertEquals(Optional.empty(), pace.left(0, 6 * SECOND));
        assertEquals(Optional.empty(), pace.left(0.01, 6 * SECOND));
        assertEquals(Optional.of(Duration.ofSeconds(30)), pace.left(0.25, 15 * SECOND));
        assertEquals(Optional.of(Duration.ZERO), pace.left(1, 15 * SECOND));
        assertEquals(100, pace.rate(1000, 15 * SECOND));
        assertEquals(0, pace.rate(1000, 5 * SECOND));
    }
}
