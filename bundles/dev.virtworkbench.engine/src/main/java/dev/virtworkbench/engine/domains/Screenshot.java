package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.DomainCalls;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.Transfer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a domain's screen shows at one moment.
 *
 * @param mimeType what the hypervisor makes: {@code image/x-portable-pixmap} or {@code image/png} from QEMU
 * @param picture the file; not to be changed
 */
public record Screenshot(String mimeType, byte[] picture) {

    private static final int BLOCK = 256 * 1024;
    private static final int FIRST_SCREEN = 0;

    static Screenshot of(DomainCalls domains, UUID domain, Task task) throws LibvirtError {
        AtomicReference<String> mimeType = new AtomicReference<>("");
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        byte[] bytes = new byte[BLOCK];
        try (Transfer transfer = domains.screenshot(domain, FIRST_SCREEN, mimeType::set)) {
            while (transfer.receive(block) > 0) {
                task.stopIfCancelled();
                int count = block.flip().remaining();
                block.get(bytes, 0, count).clear();
                picture.write(bytes, 0, count);
            }
            transfer.finish();
        }
        return new Screenshot(mimeType.get(), picture.toByteArray());
    }
}
