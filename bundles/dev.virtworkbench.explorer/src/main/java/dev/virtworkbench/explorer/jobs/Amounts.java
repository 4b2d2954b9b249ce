package dev.virtworkbench.explorer.jobs;

import dev.virtworkbench.engine.jobs.Job;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.WeakHashMap;

/** How many bytes jobs go through, where who started them knows: what their rate is counted in. Any thread may ask. */
public final class Amounts {

    private static final Map<Job<?>, Long> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private Amounts() { }

    /** @param bytes all that it goes through */
    public static void tell(Job<?> job, long bytes) {
        KNOWN.put(job, bytes);
    }

    static OptionalLong of(Job<?> job) {
        Long bytes = KNOWN.get(job);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }
}
