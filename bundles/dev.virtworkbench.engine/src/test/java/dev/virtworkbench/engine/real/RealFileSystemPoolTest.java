package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.drafts.PoolDraft;
import dev.virtworkbench.engine.drafts.PoolField;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.Volume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool that is a file system on a disk, from the bare disk to the file system that is left. */
class RealFileSystemPoolTest extends OnRealHost {

    private static final long MIB = ImagesOnHost.MIB;

    @TempDir
    private Path folder;

    private static String disk() throws IOException {
        PrivateLibvirtd.needsRoot();
        Path file = Files.createTempFile(daemon.folder(), "disk", "");
        daemon.run("truncate", "-s", "128M", file.toString());
        return daemon.run("losetup", "--find", "--show", file.toString()).strip();
    }

    private static List<String> images(Pool pool) {
        return pool.volumes().await().stream().map(Volume::name).filter(name -> !name.equals("lost+found")).sorted().toList();
    }

    @Test
    void itIsMadeMountedUsedUnmountedAndDeleted() throws IOException {
        String device = disk();
        Path place = daemon.folder().resolve("mounted here");
        PoolDraft draft = new PoolDraft("an fs pool", PoolType.FS, Map.of(PoolField.DEVICE, device, PoolField.FORMAT, "ext4",
                PoolField.TARGET, place.toString()));
        Pool pool = host.pools().define(draft.xml(), true).await();
        pool.build(Existing.KEEP).await();
        assertEquals("ext4", daemon.run("blkid", "-o", "value", "-s", "TYPE", device).strip());
        assertThrows(AssertionError.class, () -> daemon.run("findmnt", place.toString()), "building mounts nothing");
        pool.start().await();
        assertTrue(daemon.run("findmnt", "-n", "-o", "SOURCE,FSTYPE", place.toString()).matches(device + "\\s+ext4\\s+"));
        Volume volume = pool.createVolume("<volume><name>a disk.qcow2</name><capacity>%d</capacity><target><format type='qcow2'/></target></volume>"
                .formatted(16 * MIB)).await();
        volume.grow(32 * MIB).await();
        volume.cloneAs("its clone.qcow2").await().delete().await();
        Path file = folder.resolve("downloaded");
        volume.download(file, false).await();
        assertEquals("QFI", Files.readString(file, StandardCharsets.ISO_8859_1).substring(0, 3));
        pool.stop().await();
        assertThrows(AssertionError.class, () -> daemon.run("findmnt", place.toString()), "it is unmounted");
        VirtException kept = assertThrows(VirtException.class, () -> pool.build(Existing.KEEP).await());
        assertTrue(kept.getMessage().contains(device) && kept.hint().isPresent(), kept.getMessage());
        pool.start().await();
        assertEquals(List.of("a disk.qcow2"), images(pool), "what was there was not made anew");
        pool.stop().await();
        pool.build(Existing.OVERWRITE).await();
        pool.start().await();
        assertEquals(List.of(), images(pool));
        pool.stop().await();
        pool.delete().await();
        assertFalse(Files.exists(place));
        assertEquals("ext4", daemon.run("blkid", "-o", "value", "-s", "TYPE", device).strip(), "the folder goes, the disk stays as it is");
        pool.undefine().await();
    }

    @Test
    void whatItCannotDoIsSaid() {
        for (Operation operation : List.of(Operation.POOL_BUILD, Operation.VOLUME_CREATE, Operation.VOLUME_RESIZE, Operation.VOLUME_CLONE,
                Operation.VOLUME_DOWNLOAD, Operation.VOLUME_DELETE, Operation.POOL_DELETE)) {
            assertEquals(Optional.empty(), PoolAbilities.lacks("fs", operation), operation.toString());
        }
        assertTrue(PoolAbilities.lacks("fs", Operation.POOL_SOURCES).isPresent());
        VirtException refused = assertThrows(VirtException.class, () -> host.pools().sources("fs", null).await());
        assertEquals(ErrorCode.NO_SUPPORT, refused.code(), refused.getMessage());
    }
}
