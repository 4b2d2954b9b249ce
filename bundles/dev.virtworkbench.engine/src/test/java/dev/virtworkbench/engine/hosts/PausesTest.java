package dev.virtworkbench.engine.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a lost host is left alone. */
class PausesTest {

    private final Pauses pauses = new Pauses();

    private List<Long> next(int many) {
        return Stream.generate(pauses::next).limit(many).map(pause -> pause.toMillis()).toList();
    }

    @Test
    void eachIsTwiceTheOneBeforeAndAMinuteAtMost() {
        assertEquals(List.of(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 32000L, 60000L, 60000L), next(9));
    }

    @Test
    void aHostThatCameBackIsTriedAtOnceTheNextTime() {
        next(5);
        pauses.startAgain();
        assertEquals(List.of(500L, 1000L), next(2));
    }
}
