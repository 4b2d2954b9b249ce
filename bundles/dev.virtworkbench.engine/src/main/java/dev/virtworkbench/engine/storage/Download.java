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

/** A volume on its way into a file, which is there when all of it is there. Holes of an image's file stay holes. */
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
        VolumeSummary summary = VolumeSummaries.of(volume.name(), volumes.xml(volume.pool(), volume.name()));
        // a sparse file's allocation says less, a format's capacity says something else: only a raw volume has a known length
        long total = summary.format().equals("raw") || summary.format().isEmpty() ? summary.capacity() : 0;
        boolean holes = summary.type().equals("file");
        requireRoom(holes ? summary.allocation() : summary.capacity());
        file.write(part -> copy(part, holes, total, task), task::stopIfCancelled);
    }

    private void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(file.folder()).getUsableSpace();
        if (free < bytes) {
            throw VirtException.of(Operation.VOLUME_DOWNLOAD, volume.name(),
                    Message.of(Download.class, "download.no-room", bytes, free, file.folder().toString()),
                    Message.of(Download.class, "download.no-room.hint"), null);
        }
    }

    private void copy(Path part, boolean holes, long total, Task task) throws LibvirtError, IOException {
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
                task.progress(done, total);
            }
            made.setLength(done);
            transfer.finish();
        }
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
