package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.images.GuestDisk.Boot;
import dev.virtworkbench.engine.images.GuestDisk.Partition;
import dev.virtworkbench.engine.images.GuestDisk.Table;
import dev.virtworkbench.engine.images.GuestDisk.Use;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.images.Passphrase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What guests have made of their disks is read from real tables, and nothing is cut off that a partition needs. */
class RealGuestDiskTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    @BeforeAll
    static void needed() {
        PrivateLibvirtd.needs("sfdisk");
    }

    /** @param script what sfdisk makes of it */
    private static Image raw(String script) throws IOException {
        Image image = new Image(on.path("disk, 1.raw"), "raw");
        on.images().create(new NewImage(image.path(), "raw"), 64 * MIB).await();
        ImagesOnHost.run("sh", "-c", "printf '%b' \"$1\" | sfdisk -q --wipe never \"$2\"", "sh", script, image.path());
        return image;
    }

    private static GuestDisk read(Image image) {
        return on.images().guestDisk(image).await();
    }

    @Test
    void gptAndMbrAreReadInEveryFormat() throws IOException {
        Image gpt = raw("label: gpt\\nsize=16MiB, type=linux\\nsize=8MiB, type=swap\\n");
        GuestDisk expected = new GuestDisk(Table.GPT, List.of(new Partition(1, 17 * MIB, Use.LINUX), new Partition(2, 25 * MIB, Use.SWAP)),
                Boot.UNKNOWN);
        assertEquals(expected, read(gpt));
        assertEquals(Optional.of(25 * MIB + 33 * 512), expected.needed());
        NewImage secret = new NewImage(on.path("secret.qcow2"), "qcow2").with("encrypt.format", "luks").with("encrypt.iter-time", "10")
                .encrypted(new Passphrase("open sesame"));
        on.images().convert(gpt, secret, Conversion.PLAIN).await();
        assertEquals(expected, read(secret.image()));
        Image small = new Image(on.path("small.raw"), "raw");
        on.images().create(new NewImage(small.path(), "raw"), 4096).await();
        assertEquals(Table.NONE, read(small).table());
        Image mbr = new Image(on.path("mbr.raw"), "raw");
        on.images().create(new NewImage(mbr.path(), "raw"), 64 * MIB).await();
        ImagesOnHost.run("sh", "-c", "printf 'label: dos\\nsize=4MiB, type=7\\nsize=20MiB, type=5\\nsize=4MiB, type=83\\n' | sfdisk -q \"$1\"", "sh", mbr.path());
        GuestDisk extended = read(mbr);
        assertEquals(Table.MBR, extended.table());
        assertEquals(Use.WINDOWS, extended.partitions().getFirst().use());
        // the third one stands behind the extended one, which ends behind all that may be in it
        assertEquals(List.of(5 * MIB, 25 * MIB, 29 * MIB), extended.partitions().stream().map(Partition::end).toList());
        assertEquals(Optional.of(29 * MIB), extended.needed());
    }

    @Test
    void wholeDisksOfLvmAndFileSystemsTellNoSize() throws IOException {
        Image image = new Image(on.path("pv.raw"), "raw");
        on.images().create(new NewImage(image.path(), "raw"), 8 * MIB).await();
        try (RandomAccessFile file = new RandomAccessFile(image.path(), "rw")) {
            file.seek(512);
            file.writeBytes("LABELONE");
        }
        assertEquals(new GuestDisk(Table.LVM, List.of(), Boot.UNKNOWN), read(image));
        assertEquals(Optional.empty(), read(image).needed());
        // a FAT boot sector ends as an MBR does
        ImagesOnHost.run("sh", "-c", "printf 'MSDOS5.0 and code where a table would be, which is none' | dd of=\"$1\" bs=1 seek=446 conv=notrunc status=none && "
                + "printf '\\125\\252' | dd of=\"$1\" bs=1 seek=510 conv=notrunc status=none && "
                + "dd if=/dev/zero of=\"$1\" bs=1 seek=512 count=8 conv=notrunc status=none", "sh", image.path());
        assertEquals(Table.NONE, read(image).table());
    }

    /** @param code whether its first sector has some */
    private static Boot boot(boolean code, String script) throws IOException {
        Image image = raw(script);
        if (code) {
            ImagesOnHost.run("sh", "-c", "printf 'code' | dd of=\"$1\" bs=1 conv=notrunc status=none", "sh", image.path());
        }
        Boot boot = read(image).boot();
        ImagesOnHost.run("rm", "--", image.path());
        return boot;
    }

    @Test
    void whichFirmwareStartsItIsToldByItsPartitions() throws IOException {
        assertEquals(Boot.UEFI, boot(false, "label: gpt\\nsize=8MiB, type=uefi\\nsize=8MiB, type=linux\\n"));
        // as Windows makes it
        assertEquals(Boot.UEFI, boot(true, "label: gpt\\nsize=8MiB, type=uefi\\nsize=8MiB, type=linux\\n"));
        assertEquals(Boot.BIOS, boot(true, "label: gpt\\nsize=1MiB, type=21686148-6449-6E6F-744E-656564454649\\nsize=8MiB, type=linux\\n"));
        assertEquals(Boot.BIOS, boot(true, "label: gpt\\nsize=8MiB, type=linux, attrs=LegacyBIOSBootable\\n"));
        assertEquals(Boot.UNKNOWN, boot(false, "label: gpt\\nsize=8MiB, type=linux, attrs=LegacyBIOSBootable\\n"));
        assertEquals(Boot.EITHER, boot(true, "label: gpt\\nsize=1MiB, type=21686148-6449-6E6F-744E-656564454649\\nsize=8MiB, type=uefi\\n"));
        assertEquals(Boot.BIOS, boot(false, "label: dos\\nsize=8MiB, type=83, bootable\\n"));
        assertEquals(Boot.BIOS, boot(true, "label: dos\\nsize=8MiB, type=83\\n"));
        assertEquals(Boot.UNKNOWN, boot(false, "label: dos\\nsize=8MiB, type=83\\n"));
        assertEquals(Boot.UEFI, boot(false, "label: dos\\nsize=8MiB, type=ef, bootable\\n"));
        assertEquals(Boot.EITHER, boot(true, "label: dos\\nsize=8MiB, type=ef\\nsize=8MiB, type=83, bootable\\n"));
    }

    @Test
    void nothingIsCutOffThatAPartitionNeeds() throws IOException {
        Image disk = raw("label: gpt\\nsize=16MiB, type=linux\\n");
        VirtException refused = assertThrows(VirtException.class, () -> on.images().change(disk,
                new ImageChange.Resize(16 * MIB, true, Optional.empty()), Optional.empty()).await());
        assertTrue(refused.getMessage().contains("need 17842688 bytes, and 16777216 would be left"), refused.getMessage());
        assertEquals(64 * MIB, on.images().info(disk.path(), Optional.of("raw")).await().top().virtualSize());
        assertEquals(32 * MIB, on.images().change(disk, new ImageChange.Resize(32 * MIB, true, Optional.empty()), Optional.empty()).await()
                .top().virtualSize());
        assertTrue(on.names().stream().noneMatch(name -> name.contains("head")), on.names()::toString);
    }
}
