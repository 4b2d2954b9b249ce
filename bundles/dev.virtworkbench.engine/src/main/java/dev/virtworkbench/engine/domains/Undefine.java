package dev.virtworkbench.engine.domains;

import dev.virtworkbench.language.findings.Message;

/** What undefining a domain does with things that libvirt keeps for it. Without them libvirt refuses where there are such. */
public enum Undefine {
    MANAGED_SAVE(1, "--managed-save"),
    SNAPSHOTS_METADATA(2, "--snapshots-metadata"),
    NVRAM(4, "--nvram"),
    KEEP_NVRAM(8, "--keep-nvram"),
    CHECKPOINTS_METADATA(16, "--checkpoints-metadata"),
    TPM(32, "--tpm"),
    KEEP_TPM(64, "--keep-tpm");

    final int flag;
    final String option;

    /** @param flag of {@code virDomainUndefineFlagsValues} */
    Undefine(int flag, String option) {
        this.flag = flag;
        this.option = option;
    }

    /** What it does, for people. */
    public Message explanation() {
        return Message.of(Undefine.class, "undefine." + this);
    }
}
