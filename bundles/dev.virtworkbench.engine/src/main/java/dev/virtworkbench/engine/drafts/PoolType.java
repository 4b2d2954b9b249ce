package dev.virtworkbench.engine.drafts;

import static dev.virtworkbench.engine.drafts.PoolField.ADAPTER;
import static dev.virtworkbench.engine.drafts.PoolField.DEVICE;
import static dev.virtworkbench.engine.drafts.PoolField.DIRECTORY;
import static dev.virtworkbench.engine.drafts.PoolField.FORMAT;
import static dev.virtworkbench.engine.drafts.PoolField.HOST;
import static dev.virtworkbench.engine.drafts.PoolField.INITIATOR;
import static dev.virtworkbench.engine.drafts.PoolField.PROTOCOL;
import static dev.virtworkbench.engine.drafts.PoolField.SECRET;
import static dev.virtworkbench.engine.drafts.PoolField.SOURCE_NAME;
import static dev.virtworkbench.engine.drafts.PoolField.TARGET;
import static dev.virtworkbench.engine.drafts.PoolField.USER;
import static dev.virtworkbench.engine.drafts.PoolField.WWNN;
import static dev.virtworkbench.engine.drafts.PoolField.WWPN;

import dev.virtworkbench.engine.storage.Existing;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of storage pool that libvirt has, with what has to be stated of each. */
public enum PoolType {
    DIR("dir", Kind.FILES, Existing.LEAVE, needs(TARGET, "/var/lib/libvirt/images")),
    FS("fs", Kind.FILES, Existing.KEEP, needs(DEVICE, "/dev/disk/by-label/VMS"), may(FORMAT, "xfs"), needs(TARGET, "/srv/vms")),
    NETFS("netfs", Kind.FILES, Existing.LEAVE, needs(HOST, "files.example.com"), needs(DIRECTORY, "/export/vms"),
            may(FORMAT, "nfs"), may(PROTOCOL, "4.2"), needs(TARGET, "/srv/shared-vms")),
    LOGICAL("logical", Kind.SPARSE_BLOCKS, Existing.LEAVE, needs(SOURCE_NAME, "vg_fast"),
            may(DEVICE, "/dev/nvme0n1p3 /dev/nvme1n1p3"), needs(TARGET, "/dev/vg_fast")),
    DISK("disk", Kind.PARTITIONS, Existing.LEAVE, needs(DEVICE, "/dev/disk/by-id/ata-EXAMPLE_SSD_S3X1NX0K"),
            may(FORMAT, "gpt"), needs(TARGET, "/dev")),
    ISCSI("iscsi", Kind.FOUND, null, needs(HOST, "san.example.com:3260"),
            needs(DEVICE, "iqn.2024-03.com.example:storage.vms"), may(INITIATOR, "iqn.2024-03.com.example:host1"),
            may(USER, "host1"), may(SECRET, "san-chap"), needs(TARGET, "/dev/disk/by-path")),
    ISCSI_DIRECT("iscsi-direct", Kind.FOUND, null, needs(HOST, "san.example.com"),
            needs(DEVICE, "iqn.2024-03.com.example:storage.direct"), needs(INITIATOR, "iqn.2024-03.com.example:host1"),
            may(USER, "host1"), may(SECRET, "san-chap")),
    SCSI("scsi", Kind.FOUND, null, needs(ADAPTER, "scsi_host3"), may(WWNN, "20000000c9831b4b"),
            may(WWPN, "10000000c9831b4b"), needs(TARGET, "/dev/disk/by-path")),
    MPATH("mpath", Kind.FOUND, null, needs(TARGET, "/dev/mapper")),
    RBD("rbd", Kind.OBJECTS, null, needs(SOURCE_NAME, "libvirt-pool"),
            needs(HOST, "mon1.example.com:6789 mon2.example.com:6789 mon3.example.com:6789"), may(USER, "libvirt"),
            may(SECRET, "9c1d4f04-7a1d-4cf7-9d6b-5e8a1c4b0e11")),
    SHEEPDOG("sheepdog", Kind.OBJECTS, null, needs(HOST, "localhost:7000"), needs(SOURCE_NAME, "sheepdog")),
    GLUSTER("gluster", Kind.FOUND, null, needs(HOST, "gluster1.example.com"), needs(SOURCE_NAME, "gv0"),
            may(DIRECTORY, "/images")),
    ZFS("zfs", Kind.SPARSE_BLOCKS, Existing.LEAVE, needs(SOURCE_NAME, "tank/vms"), may(DEVICE, "/dev/sdb")),
    VSTORAGE("vstorage", Kind.FILES, Existing.LEAVE, needs(SOURCE_NAME, "cluster1"), needs(TARGET, "/mnt/vstorage"));

    private static final List<String> IMAGES = List.of("qcow2", "raw", "vmdk", "vdi", "vpc", "qed", "iso");
    private static final List<String> PARTITIONS = List.of("none", "linux", "fat16", "fat32", "linux-swap", "linux-lvm",
            "linux-raid", "extended");

    /** What the volumes are, and so what can be said of a new one. */
    private enum Kind {
        /** Files, of a format each. */
        FILES,
        /** Blocks that may be handed out when they are written. */
        SPARSE_BLOCKS,
        /** Partitions, of a type each. */
        PARTITIONS,
        /** Objects of a cluster, which take room as they are written. */
        OBJECTS,
        /** They are there; libvirt makes none. */
        FOUND
    }

    private record Entry(PoolField field, boolean required, String example) { }

    private final String word;
    private final Kind kind;
    private final Existing building;
    private final Map<PoolField, Entry> entries = new LinkedHashMap<>();

    /** @param building null where there is nothing to build */
    PoolType(String word, Kind kind, Existing building, Entry... entries) {
        this.word = word;
        this.kind = kind;
        this.building = building;
        for (Entry entry : entries) {
            this.entries.put(entry.field, entry);
        }
    }

    private static Entry needs(PoolField field, String example) {
        return new Entry(field, true, example);
    }

    private static Entry may(PoolField field, String example) {
        return new Entry(field, false, example);
    }

    /** As libvirt writes it: {@code iscsi-direct}. */
    public String word() {
        return word;
    }

    /** The type that libvirt writes so. */
    public static Optional<PoolType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** What can be stated of it, in the order in which a person thinks of it. */
    public List<PoolField> fields() {
        return List.copyOf(entries.keySet());
    }

    /** Whether it cannot be without that field. */
    public boolean requires(PoolField field) {
        return entries.containsKey(field) && entries.get(field).required;
    }

    /** What the field may look like; empty for a field it has not. */
    public String example(PoolField field) {
        return entries.containsKey(field) ? entries.get(field).example : "";
    }

    /** The formats of its source, the usual one first; empty where there is nothing to choose. */
    public List<String> sourceFormats() {
        return switch (this) {
            case FS -> List.of("auto", "xfs", "ext4", "ext3", "ext2", "vfat", "udf", "iso9660", "ocfs2", "gfs2", "gfs", "hfs+", "ufs", "vmfs");
            case NETFS -> List.of("auto", "nfs", "cifs", "glusterfs");
            case DISK -> List.of("gpt", "dos", "dvh", "mac", "bsd", "pc98", "sun", "lvm2");
            default -> List.of();
        };
    }

    /**
     * What building it should do with what is on the device: make what is lacking, and refuse to format what has data.
     *
     * @return empty where libvirt has nothing to build
     */
    public Optional<Existing> building() {
        return Optional.ofNullable(building);
    }

    /**
     * What a person can choose from when a pool of this type is built once more, the careful choice first.
     *
     * @return one where there is nothing to choose; empty where libvirt has nothing to build
     */
    public List<Existing> buildChoices() {
        return switch (this) {
            case FS -> List.of(Existing.KEEP, Existing.LEAVE, Existing.OVERWRITE);
            case DISK, LOGICAL -> List.of(Existing.KEEP, Existing.OVERWRITE);
            default -> building == null ? List.of() : List.of(building);
        };
    }

    /**
     * The field that says which of the sources a host finds is meant.
     *
     * @return empty where libvirt looks for none, see {@link dev.virtworkbench.engine.storage.Pools#find}
     */
    public Optional<PoolField> foundBy() {
        return switch (this) {
            case NETFS -> Optional.of(DIRECTORY);
            case LOGICAL, GLUSTER -> Optional.of(SOURCE_NAME);
            case ISCSI, ISCSI_DIRECT -> Optional.of(DEVICE);
            default -> Optional.empty();
        };
    }

    /** How libvirt calls the use of the secrets that open its storage, for types with a {@link PoolField#SECRET}. */
    public String secretType() {
        return this == RBD ? "ceph" : "iscsi";
    }

    /** Whether libvirt makes volumes in it; in the others they are made by other means and found. */
    public boolean makesVolumes() {
        return kind != Kind.FOUND;
    }

    /** The formats that a new volume may have, the usual one first; empty where there is nothing to choose. */
    public List<String> volumeFormats() {
        return switch (kind) {
            case FILES -> IMAGES;
            case PARTITIONS -> PARTITIONS;
            default -> List.of();
        };
    }

    /** Whether a new volume may take its room at once or as it is written. Formats that map their blocks always do the latter. */
    public boolean choosesAllocation(String format) {
        return kind == Kind.SPARSE_BLOCKS || kind == Kind.FILES && format.equals("raw");
    }

    /** Whether a new volume of that format may rest on another. */
    public boolean mayRest(String format) {
        return kind == Kind.FILES && List.of("qcow2", "qed", "vmdk").contains(format);
    }
}
