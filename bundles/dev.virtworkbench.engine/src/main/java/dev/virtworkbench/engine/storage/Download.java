package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.Transfer;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A volume on its way into a file: into a sibling first, which is moved into place when all is there. */
final class Download {

    /** libvirt sends at most this much in one packet (VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX). */
    static final int BLOCK = 256 * 1024;

    private final VolumeCalls volumes;
    private final VolumeCalls.Place volume;
    private final Path file;
    private final boolean replace;

    Download(VolumeCalls volumes, VolumeCalls.Place volume, Path file, boolean replace) {
        this.volumes = volumes;
        this.volume = volume;
        this.file = file.toAbsolutePath();
        this.replace = replace;
    }

    void run(Task task) throws LibvirtError, IOException {
        refuseExisting();
        VolumeSummary summary = VolumeSummaries.of(volumes.xml(volume.pool(), volume.name()));
        // a sparse file's allocation says less, a format's capacity says something else: only a raw volume has a known length
        long total = summary.format().equals("raw") || summary.format().isEmpty() ? summary.capacity() : 0;
        Path part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        try {
            copy(part, total, task);
            task.stopIfCancelled();
            refuseExisting();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void refuseExisting() throws FileAlreadyExistsException {
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private void copy(Path part, long total, Task task) throws LibvirtError, IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long done = 0;
        try (Transfer transfer = volumes.download(volume.pool(), volume.name(), 0, 0);
                FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            while (transfer.receive(block) > 0) {
                task.stopIfCancelled();
                done += block.flip().remaining();
                while (block.hasRemaining()) {
                    out.write(block);
                }
                block.clear();
                task.progress(done, total);
            }
            transfer.finish();
        }
    }
}
