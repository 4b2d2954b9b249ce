package dev.virtworkbench.engine.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a guest has made of its disk, by the table at its beginning. It is the guest's word: good for warning, not for trusting.
 *
 * @param table what was found
 * @param partitions in the order of their ends; empty without a table
 */
public record GuestDisk(Table table, List<Partition> partitions) {

    /** How a disk is divided. */
    public enum Table {
        GPT, MBR,
        /** The whole disk is an LVM physical volume: how much of it is needed only LVM knows. */
        LVM,
        /** Nothing that is known here: a file system on the whole disk, or nothing at all. */
        NONE
    }

    /** What a partition is for, as its type says. */
    public enum Use {
        LINUX, LVM, WINDOWS,
        /** Room for memory. */
        SWAP,
        /** What Windows is repaired with. */
        RECOVERY, OTHER
    }

    /**
     * A partition.
     *
     * @param number as in the 2 of {@code vda2}
     * @param end bytes from the disk's beginning, the first that is not in it any more
     */
    public record Partition(int number, long end, Use use) { }

    /** How much of a disk's beginning has to be read for that, in bytes. */
    static final int HEAD = 1 << 20;

    private static final int SECTOR = 512;
    private static final int[] SECTORS = {SECTOR, 4096};
    /** Behind the last partition GPT keeps its table once more: one sector and 16 KiB. */
    private static final int BACKUP = 16 * 1024;

    public GuestDisk {
        partitions = List.copyOf(partitions);
    }

    /** The bytes that the disk must have for all its partitions; empty where nobody can know. */
    public Optional<Long> needed() {
        return last().map(Partition::end).map(end -> table == Table.GPT ? end + BACKUP + SECTOR : end);
    }

    /** The partition that ends last: the only one that can grow as the disk does. */
    public Optional<Partition> last() {
        return partitions.isEmpty() ? Optional.empty() : Optional.of(partitions.getLast());
    }

    /** @param head the disk's first bytes, as its guest reads them */
    static GuestDisk of(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(head, Math.max(head.length, 2 * SECTOR))).order(ByteOrder.LITTLE_ENDIAN);
        for (int sector : SECTORS) {
            if (says(bytes, sector, "EFI PART")) {
                return new GuestDisk(Table.GPT, sorted(gpt(bytes, sector)));
            }
        }
        if (says(bytes, SECTOR, "LABELONE")) {
            return new GuestDisk(Table.LVM, List.of());
        }
        List<Partition> partitions = mbr(bytes);
        return partitions.isEmpty() ? new GuestDisk(Table.NONE, List.of()) : new GuestDisk(Table.MBR, sorted(partitions));
    }

    private static boolean says(ByteBuffer bytes, int at, String words) {
        byte[] wanted = words.getBytes(StandardCharsets.US_ASCII);
        byte[] found = new byte[wanted.length];
        if (at + wanted.length <= bytes.capacity()) {
            bytes.get(at, found);
        }
        return Arrays.equals(wanted, found);
    }

    private static List<Partition> sorted(List<Partition> partitions) {
        return partitions.stream().sorted(Comparator.comparingLong(Partition::end)).toList();
    }

    /** As UEFI's specification has it, chapter 5. */
    private static List<Partition> gpt(ByteBuffer bytes, int sector) {
        long table = bytes.getLong(sector + 72) * sector;
        int count = bytes.getInt(sector + 80);
        int size = bytes.getInt(sector + 84);
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < count && size >= 128 && table > 0 && table + (i + 1L) * size <= bytes.capacity(); i++) {
            int at = (int) (table + (long) i * size);
            UUID type = uuid(bytes, at);
            if (!type.equals(new UUID(0, 0))) {
                partitions.add(new Partition(i + 1, (bytes.getLong(at + 40) + 1) * sector, use(type)));
            }
        }
        return partitions;
    }

    /** The first three parts of one are stored with their least byte first. */
    private static UUID uuid(ByteBuffer bytes, int at) {
        long first = Integer.toUnsignedLong(bytes.getInt(at)) << 32 | Short.toUnsignedLong(bytes.getShort(at + 4)) << 16
                | Short.toUnsignedLong(bytes.getShort(at + 6));
        return new UUID(first, Long.reverseBytes(bytes.getLong(at + 8)));
    }

    private static Use use(UUID type) {
        return switch (type.toString()) {
            // root and home partitions have types of their own beside the usual one
            case "0fc63daf-8483-4772-8e79-3d69d8477de4", "4f68bce3-e8cd-4db1-96e7-fbcaf984b709", "933ac7e1-2eb4-4f13-b844-0e14e2aef915" -> Use.LINUX;
            case "e6d6d379-f507-44c2-a23c-238f2a3df928" -> Use.LVM;
            case "ebd0a0a2-b9e5-4433-87c0-68b6b72699c7" -> Use.WINDOWS;
            case "0657fd6d-a4ab-43c4-84e5-0933c84b4f4f" -> Use.SWAP;
            case "de94bba4-06d1-4d40-a16a-bfd50179d6ac" -> Use.RECOVERY;
            default -> Use.OTHER;
        };
    }

    /** Empty unless it is one: boot sectors of file systems end with the same two bytes. An extended partition ends behind all in it. */
    private static List<Partition> mbr(ByteBuffer bytes) {
        if (bytes.getShort(510) != (short) 0xAA55) {
            return List.of();
        }
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int at = 446 + 16 * i;
            int flag = Byte.toUnsignedInt(bytes.get(at));
            int type = Byte.toUnsignedInt(bytes.get(at + 4));
            long start = Integer.toUnsignedLong(bytes.getInt(at + 8));
            long length = Integer.toUnsignedLong(bytes.getInt(at + 12));
            if (flag != 0 && flag != 0x80 || type != 0 && (start == 0 || length == 0)) {
                return List.of();
            }
            if (type != 0) {
                partitions.add(new Partition(i + 1, (start + length) * SECTOR, use(type)));
            }
        }
        return partitions;
    }

    private static Use use(int type) {
        return switch (type) {
            case 0x83 -> Use.LINUX;
            case 0x8E -> Use.LVM;
            case 0x07, 0x0B, 0x0C -> Use.WINDOWS;
            case 0x82 -> Use.SWAP;
            case 0x27 -> Use.RECOVERY;
            default -> Use.OTHER;
        };
    }
}
