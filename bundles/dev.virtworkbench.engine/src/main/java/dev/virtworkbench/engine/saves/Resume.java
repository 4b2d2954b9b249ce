package dev.virtworkbench.engine.saves;

import dev.virtworkbench.engine.libvirt.SaveCalls;

/** How a domain is when it is brought back from what was saved. */
public enum Resume {
    /** As it was when it was saved; of a file, as was said then. */
    AS_SAVED(0, ""),
    RUNNING(SaveCalls.RUNNING, "--running"),
    PAUSED(SaveCalls.PAUSED, "--paused");

    final int flag;
    final String option;

    Resume(int flag, String option) {
        this.flag = flag;
        this.option = option;
    }
}
