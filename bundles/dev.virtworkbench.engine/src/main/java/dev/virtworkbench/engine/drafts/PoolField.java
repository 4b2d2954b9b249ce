package dev.virtworkbench.engine.drafts;

/** What there is to state of a pool beside its name, over all types. */
public enum PoolField {
    /** Hosts with the storage, each with or without {@code :port}, blanks between several. */
    HOST,
    /** A folder on those hosts. */
    DIRECTORY,
    /** Block devices, or the name of an iSCSI target; blanks between several. */
    DEVICE,
    /** The iSCSI name by which the host introduces itself. */
    INITIATOR,
    /** A SCSI adapter of the host, as in {@code host5}; the parent of a virtual one. */
    ADAPTER,
    /** World wide node name of a virtual Fibre Channel adapter, 16 hexadecimal digits. */
    WWNN,
    /** World wide port name of that adapter. */
    WWPN,
    /** What the storage itself calls it: a volume group, a Ceph pool. */
    SOURCE_NAME,
    /** Format of the file system or partition table. */
    FORMAT,
    /** Version of NFS, as in {@code 4.2}; of no matter for other formats. */
    PROTOCOL,
    /** The user to sign in as. */
    USER,
    /** UUID or usage of the libvirt secret that holds the password. */
    SECRET,
    /** Where the host shows the volumes. */
    TARGET
}
