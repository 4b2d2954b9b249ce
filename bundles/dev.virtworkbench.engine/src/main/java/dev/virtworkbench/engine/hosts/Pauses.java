package dev.virtworkbench.engine.hosts;

import java.time.Duration;

/** How long to wait before a lost host is tried again: half a second at first, twice as long each time, a minute at most. */
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    void startAgain() {
        next = FIRST;
    }
}
