package dev.virtworkbench.explorer.disks;

/** When a change of a domain takes effect. */
enum When {
    /** At once, and at its next start as well. */
    BOTH,
    /** Its configuration changes; what runs does not. */
    NEXT_START,
    /** At once, and only until it is shut off. */
    NOW;

    String words() {
        return Texts.get("when." + this);
    }
}
