package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Programs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a guest has made of its disk, by the table at its beginning. It is the guest's word: good for warning, not for trusting.
 *
 * @param table what was found
 * @param partitions in the order of their ends; empty without a table
 * @param boot what can start it
 */
public record GuestDisk(Table table, List<Partition> partitions, Boot boot) {

    /** How a disk is divided. */
    public enum Table {
        GPT, MBR,
        /** The whole disk is an LVM physical volume: how much of it is needed only LVM knows. */
        LVM,
        /** Nothing that is known here: a file system on the whole disk, or nothing at all. */
        NONE
    }

    /** Which firmware finds something to start on it. */
    public enum Boot {
        /** An EFI system partition, and nothing that BIOS would start. */
        UEFI,
        /** What BIOS starts: code in the first sector, an active partition, or a BIOS boot partition; no EFI system partition. */
        BIOS,
        /** Something for each of them. */
        EITHER,
        /** Nothing tells. */
        UNKNOWN
    }

    /** What a partition is for, as its type says. */
    public enum Use {
        LINUX, LVM, WINDOWS,
        /** Where UEFI finds what it starts. */
        EFI,
        /** Where what BIOS starts has its second part, on a disk with GPT. */
        BIOS_BOOT,
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
    public static final int HEAD = 1 << 20;

    private static final int SECTOR = 512;
    /** As much of the first sector may be code. */
    private static final int CODE = 440;
    /** Of a partition in GPT: BIOS may start it, by code in the first sector that looks for it. */
    private static final long LEGACY_BOOTABLE = 1 << 2;
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

    /** @param head the disk's first {@link #HEAD} bytes, as its guest reads them; all of a smaller one */
    public static GuestDisk of(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(head, Math.max(head.length, 2 * SECTOR))).order(ByteOrder.LITTLE_ENDIAN);
        for (int sector : SECTORS) {
            if (says(bytes, sector, "EFI PART")) {
                List<Partition> partitions = gpt(bytes, sector);
                // Windows puts code in front of every GPT, which starts nothing there
                boolean bios = has(partitions, Use.BIOS_BOOT) || code(bytes) && legacyBootable(bytes, sector);
                return new GuestDisk(Table.GPT, sorted(partitions), boot(has(partitions, Use.EFI), bios));
            }
        }
        if (says(bytes, SECTOR, "LABELONE")) {
            return new GuestDisk(Table.LVM, List.of(), Boot.UNKNOWN);
        }
        List<Partition> partitions = mbr(bytes);
        if (partitions.isEmpty()) {
            return new GuestDisk(Table.NONE, List.of(), Boot.UNKNOWN);
        }
        boolean efi = has(partitions, Use.EFI);
        return new GuestDisk(Table.MBR, sorted(partitions), boot(efi, code(bytes) || !efi && active(bytes)));
    }

    /** What is on an image or a device of a host, by its programs, within a job. */
    public static GuestDisk on(Image image, Programs programs) {
        return new Reading(programs).guestDisk(image);
    }

    private static Boot boot(boolean efi, boolean bios) {
        return efi ? bios ? Boot.EITHER : Boot.UEFI : bios ? Boot.BIOS : Boot.UNKNOWN;
    }

    private static boolean has(List<Partition> partitions, Use use) {
        return partitions.stream().anyMatch(partition -> partition.use() == use);
    }

    private static boolean code(ByteBuffer bytes) {
        return bytes.getShort(510) == (short) 0xAA55 && IntStream.range(0, CODE).anyMatch(at -> bytes.get(at) != 0);
    }

    private static boolean active(ByteBuffer bytes) {
        return IntStream.range(0, 4).anyMatch(i -> bytes.get(446 + 16 * i) == (byte) 0x80);
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

    private static List<Partition> gpt(ByteBuffer bytes, int sector) {
        return entries(bytes, sector).entrySet().stream().map(entry -> new Partition(entry.getKey(),
                (bytes.getLong(entry.getValue() + 40) + 1) * sector, use(uuid(bytes, entry.getValue())))).toList();
    }

    private static boolean legacyBootable(ByteBuffer bytes, int sector) {
        return entries(bytes, sector).values().stream().anyMatch(at -> (bytes.getLong(at + 48) & LEGACY_BOOTABLE) != 0);
    }

    /** Where each partition is described, by its number. As UEFI's specification has it, chapter 5. */
    private static SortedMap<Integer, Integer> entries(ByteBuffer bytes, int sector) {
        long table = bytes.getLong(sector + 72) * sector;
        int count = bytes.getInt(sector + 80);
        int size = bytes.getInt(sector + 84);
        SortedMap<Integer, Integer> entries = new TreeMap<>();
        for (int i = 0; i < count && size >= 128 && table > 0 && table + (i + 1L) * size <= bytes.capacity(); i++) {
            int at = (int) (table + (long) i * size);
            if (!uuid(bytes, at).equals(new UUID(0, 0))) {
                entries.put(i + 1, at);
            }
        }
        return entries;
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
            case "c12a7328-f81f-11d2-ba4b-00a0c93ec93b" -> Use.EFI;
            case "21686148-6449-6e6f-744e-656564454649" -> Use.BIOS_BOOT;
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
            case 0xEF -> Use.EFI;
            default -> Use.OTHER;
        };
    }
}
