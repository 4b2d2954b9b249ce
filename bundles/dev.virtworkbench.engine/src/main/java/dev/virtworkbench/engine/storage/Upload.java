package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.Transfer;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on its way into a volume. Refused before the first byte if it is larger than the volume. */
final class Upload {

    private final VolumeCalls volumes;
    private final VolumeCalls.Place volume;
    private final Path file;

    Upload(VolumeCalls volumes, VolumeCalls.Place volume, Path file) {
        this.volumes = volumes;
        this.volume = volume;
        this.file = file;
    }

    void run(Task task) throws LibvirtError, IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            long total = in.size();
            refuseTooLarge(total);
            try (Transfer transfer = volumes.upload(volume.pool(), volume.name(), 0, total)) {
                send(in, total, transfer, task);
            }
        }
    }

    private void send(FileChannel in, long total, Transfer transfer, Task task) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(Download.BLOCK);
        long done = 0;
        try {
            while (done < total && in.read(block) > 0) {
                if (task.cancelled()) {
                    throw brokenOff(done, total);
                }
                block.flip().limit((int) Math.min(block.limit(), total - done));
                done += block.remaining();
                while (block.hasRemaining()) {
                    transfer.send(block);
                }
                block.clear();
                task.bytes(done, total);
            }
            if (done < total || in.size() != total) {
                throw changed(done, total);
            }
            transfer.finish();
        } catch (LibvirtError e) {
            throw failed(e, done, total);
        }
    }

    private void refuseTooLarge(long length) throws LibvirtError {
        VolumeSummary summary = VolumeSummaries.of(volume.name(), volumes.xml(volume.pool(), volume.name()));
        boolean fixed = summary.format().equals("raw") || summary.type().equals("block");
        if (fixed && length > summary.capacity()) {
            throw VirtException.of(Operation.VOLUME_UPLOAD, volume.name(),
                    Message.of(Upload.class, "upload.too-large", length, summary.capacity()),
                    Message.of(Upload.class, "upload.too-large.hint"), null);
        }
    }

    /** Somebody else writes to the file: what was read of it belongs to no one state of it. */
    private VirtException changed(long done, long total) {
        return VirtException.of(Operation.VOLUME_UPLOAD, volume.name(),
                Message.of(Upload.class, "upload.changed", file.toString(), done, total),
                Message.of(Upload.class, "upload.broken-off.hint"), null);
    }

    /** libvirt, or the way to it, has failed: what the other side has got of what was sent, nobody can say. */
    private VirtException failed(LibvirtError why, long sent, long total) {
        return VirtException.ofLibvirt(Operation.VOLUME_UPLOAD, volume.name(), why.code(), why.domain(), why.getMessage(), why)
                .advising(Message.of(Upload.class, "upload.failed.hint", sent, total));
    }

    /** Not a plain cancellation: the person has to learn what state the volume is in. */
    private VirtException brokenOff(long done, long total) {
        return VirtException.of(Operation.VOLUME_UPLOAD, volume.name(),
                Message.of(Upload.class, "upload.broken-off", done, total),
                Message.of(Upload.class, "upload.broken-off.hint"), null);
    }
}
