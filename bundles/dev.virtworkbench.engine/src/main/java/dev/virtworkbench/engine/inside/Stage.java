package dev.virtworkbench.engine.inside;

import dev.virtworkbench.language.findings.Message;

/** What a look inside is at. */
public enum Stage {
    /** libguestfs's virtual machine starts; it takes some seconds. */
    APPLIANCE,
    /** The same without KVM: half a minute or more. */
    EMULATED_APPLIANCE,
    PARTITIONS, SYSTEMS, FILE_SYSTEMS;

    /** In words, as in “Starting the appliance…”. */
    public Message text() {
        return Message.of(Stage.class, "stage." + this);
    }
}
