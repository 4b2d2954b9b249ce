package dev.virtworkbench.language.schema;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents that libvirt has a schema for, as {@code virt-xml-validate} tells them apart. */
public enum DocumentKind {
    DOMAIN("domain", "domain"),
    /** The inactive definition inside of a snapshot of a running domain. */
    INACTIVE_DOMAIN("inactiveDomain", "inactiveDomain"),
    DOMAIN_SNAPSHOT("domainsnapshot", "domainsnapshot"),
    DOMAIN_CHECKPOINT("domaincheckpoint", "domaincheckpoint"),
    DOMAIN_BACKUP("domainbackup", "domainbackup"),
    DOMAIN_CAPABILITIES("domainCapabilities", "domaincaps"),
    NETWORK("network", "network"),
    NETWORK_PORT("networkport", "networkport"),
    STORAGE_POOL("pool", "storagepool"),
    STORAGE_POOL_CAPABILITIES("storagepoolCapabilities", "storagepoolcaps"),
    STORAGE_VOLUME("volume", "storagevol"),
    SECRET("secret", "secret"),
    NETWORK_FILTER("filter", "nwfilter"),
    NETWORK_FILTER_BINDING("filterbinding", "nwfilterbinding"),
    /** A network interface of the host, not that of a domain. */
    HOST_INTERFACE("interface", "interface"),
    NODE_DEVICE("device", "nodedev"),
    CAPABILITIES("capabilities", "capability"),
    CPU("cpu", "cpu");

    private final String root;
    private final String schema;

    DocumentKind(String root, String schema) {
        this.root = root;
        this.schema = schema;
    }

    /** The local name of the root element, which is in no namespace. */
    public String root() {
        return root;
    }

    /** The kind's name on the command line, as {@code virt-xml-validate} has it: {@code storagepool}. */
    public String word() {
        return schema;
    }

    /** The schema's file in libvirt's folder of schemas. */
    public String schemaFile() {
        return schema + ".rng";
    }

    /** The kind with this {@link #word} or {@link #root}. */
    public static Optional<DocumentKind> of(String wordOrRoot) {
        return Arrays.stream(values())
                .filter(kind -> kind.schema.equals(wordOrRoot) || kind.root.equals(wordOrRoot)).findFirst();
    }
}
