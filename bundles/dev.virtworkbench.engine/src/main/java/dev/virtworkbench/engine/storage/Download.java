package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.Transfer;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A volume on its way into a file, which is there when all of it is there: as many bytes have come as the volume has, before and after.
 * Holes of an image's file stay holes.
 */
final class Download {

    /** libvirt sends at most this much in one packet (VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX). */
    static final int BLOCK = 256 * 1024;

    private final VolumeCalls volumes;
    private final VolumeCalls.Place volume;
    private final LocalFile file;

    Download(VolumeCalls volumes, VolumeCalls.Place volume, Path file, boolean replace) {
        this.volumes = volumes;
        this.volume = volume;
        this.file = new LocalFile(file, replace);
    }

    void run(Task task) throws LibvirtError, IOException {
        file.refuseTaken();
        String xml = volumes.xml(volume.pool(), volume.name());
        VolumeSummary summary = VolumeSummaries.of(volume.name(), xml);
        long total = length(summary, xml);
        boolean holes = summary.type().equals("file");
        requireRoom(holes ? total > 0 ? Math.min(summary.allocation(), total) : summary.allocation() : total);
        file.write(part -> requireAll(copy(part, holes, total, task), VolumeSummaries.physical(xml)), task::stopIfCancelled);
    }

    /** Bytes that are sent; 0 where nobody knows: a sparse file's allocation says less, and a format's capacity something else. */
    private static long length(VolumeSummary summary, String xml) {
        long physical = VolumeSummaries.physical(xml);
        return physical > 0 ? physical : summary.raw() || summary.type().equals("block") ? summary.capacity() : 0;
    }

    /** What somebody has made longer or shorter meanwhile belongs to no one state of it. @param before bytes that it had; none where nobody knows */
    private void requireAll(long came, long before) throws LibvirtError {
        long now = VolumeSummaries.physical(volumes.xml(volume.pool(), volume.name()));
        if (before > 0 && (came != before || now != before)) {
            throw VirtException.of(Operation.VOLUME_DOWNLOAD, volume.name(), Message.of(Download.class, "download.changed", before, came, now),
                    Message.of(Download.class, "download.changed.hint"), null);
        }
    }

    private void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(file.folder()).getUsableSpace();
        if (free < bytes) {
            throw VirtException.of(Operation.VOLUME_DOWNLOAD, volume.name(),
                    Message.of(Download.class, "download.no-room", bytes, free, file.folder().toString()),
                    Message.of(Download.class, "download.no-room.hint"), null);
        }
    }

    /** @return how many bytes have come, holes among them */
    private long copy(Path part, boolean holes, long total, Task task) throws LibvirtError, IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long done = 0;
        try (Transfer transfer = open(holes); RandomAccessFile made = new RandomAccessFile(part.toFile(), "rw"); FileChannel out = made.getChannel()) {
            for (int count = transfer.receive(block); count != 0; count = transfer.receive(block)) {
                task.stopIfCancelled();
                if (count == Transfer.HOLE) {
                    done += transfer.hole();
                    out.position(done);
                } else {
                    done += count;
                    write(block.flip(), out);
                    block.clear();
                }
                task.bytes(done, total);
            }
            made.setLength(done);
            transfer.finish();
        }
        return done;
    }

    private static void write(ByteBuffer block, FileChannel out) throws IOException {
        while (block.hasRemaining()) {
            out.write(block);
        }
    }

    /** A host that is too old to tell holes says so of the flag. */
    private Transfer open(boolean holes) throws LibvirtError {
        try {
            return volumes.download(volume.pool(), volume.name(), 0, 0, holes);
        } catch (LibvirtError e) {
            if (!holes || e.code() != ErrorCode.INVALID_ARG && e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            return volumes.download(volume.pool(), volume.name(), 0, 0, false);
        }
    }
}
