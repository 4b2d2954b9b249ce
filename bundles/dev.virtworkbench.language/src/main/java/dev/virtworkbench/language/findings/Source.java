package dev.virtworkbench.language.findings;

/** Who says so. The names are part of the contract with other programs. */
public enum Source {
    /** The text is not well-formed XML. */
    XML("xml"),
    /** libvirt's RELAX NG schema does not allow it. */
    SCHEMA("libvirt schema"),
    /** The schema allows it; libvirt's parser or driver refuses, drops or misreads it. */
    RULE("libvirt rule");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** The {@code source} of a diagnostic. */
    public String label() {
        return label;
    }
}
