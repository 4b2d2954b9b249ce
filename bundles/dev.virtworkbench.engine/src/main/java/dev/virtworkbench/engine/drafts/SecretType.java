package dev.virtworkbench.engine.drafts;

import java.util.Locale;

/** What a secret can be for, with the element of its document that names it (libvirt's {@code secret.rng}). */
public enum SecretType {
    /** The password of the sign-in to iSCSI targets (CHAP). */
    ISCSI("target"),
    /** The key of a user of Ceph. */
    CEPH("name"),
    /** The passphrase of an encrypted volume, which is named by its path. */
    VOLUME("volume"),
    /** The passphrase of a TLS private key. */
    TLS("name"),
    /** The passphrase of the state of an emulated TPM. */
    VTPM("name");

    private final String element;

    SecretType(String element) {
        this.element = element;
    }

    String element() {
        return element;
    }

    /** As libvirt writes it: {@code iscsi}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
