package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.snapshots.NewSnapshot;
import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.snapshots.SnapshotKind;
import dev.virtworkbench.engine.snapshots.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Snapshots of a guest with a system in it, whose agent freezes its file system. */
class RealQuiescedSnapshotsTest {

    private static final String PATIENCE_SECONDS = "600";
    /** Linux starts nothing but the agent, once the channel is there. */
    private static final String ONLY_THE_AGENT = "mount -t tmpfs run /run; modprobe virtio_console; touch /written; "
            + "until set -- /dev/vport*p1; [ -e $1 ]; do sleep 0.1; done; exec qemu-ga -p $1";
    /** In the superblock of an ext4, which lies there: what it wants from who reads it (Linux, fs/ext4/ext4.h). */
    private static final int SUPERBLOCK = 1024;
    private static final int WANTED = 0x60;
    private static final int TO_BE_RECOVERED = 0x4;
    private static final Pattern FIRST_BYTE = Pattern.compile("(?m)^\\p{XDigit}{8}:  (\\p{XDigit}{2}) ");

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    @Test
    void theAgentFreezesTheFileSystemAndItGoesOnAfterwards() throws IOException {
        Path machine = StorageMachine.kept();
        String disk = on.path("disk.qcow2");
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", machine.resolve("disk").toString(), "-F", "raw", disk);
        Domain guest = on.host().domains().define(domain(machine, disk), true).await();
        Snapshots snapshots = on.host().snapshots(guest);
        try {
            startUntilTheAgentIsThere(guest);
            snapshots.create(NewSnapshot.ofDisks("plain")).await();
            assertTrue(mustBeRecovered(disk), "a file system that is in use");
            String between = guest.disks(false).await().getFirst().source();
            Snapshot quiesced = snapshots.create(NewSnapshot.ofDisks("quiesced").quiesced()).await();
            assertEquals(SnapshotKind.DISK_ONLY, quiesced.kind());
            assertFalse(mustBeRecovered(between), "a file system that was frozen");
            on.virsh("qemu-agent-command", "guest", "{\"execute\": \"guest-file-open\", \"arguments\": {\"path\": \"/thawed\", \"mode\": \"w\"}}");
        } finally {
            if (guest.summary().await().state().active()) {
                guest.destroy().await();
            }
            snapshots.list().await().forEach(snapshot -> snapshots.forget(snapshot).await());
            guest.undefine(Set.of()).await();
        }
    }

    /** Once it is started, what is told next of its agent is that it is there. */
    private static void startUntilTheAgentIsThere(Domain guest) throws IOException {
        guest.start().await();
        on.virsh("event", "guest", "agent-lifecycle", "--timeout", PATIENCE_SECONDS);
        String running = guest.xml(false, false).await();
        assertTrue(running.contains("state='connected'"), () -> running);
    }

    private static String domain(Path machine, String disk) {
        return """
                <domain type='qemu'>
                  <name>guest</name>
                  <memory unit='MiB'>512</memory>
                  <os>
                    <type arch='x86_64' machine='pc'>hvm</type>
                    <kernel>%s/kernel</kernel>
                    <initrd>%s/initrd</initrd>
                    <cmdline>root=/dev/vda rw console=ttyS0 mitigations=off quiet init=/bin/sh -- -c &quot;%s&quot;</cmdline>
                  </os>
                  <features><acpi/></features>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='qcow2'/>
                      <source file='%s'/>
                      <target dev='vda' bus='virtio'/>
                    </disk>
                    <serial type='file'><source path='%s'/></serial>
                    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
                  </devices>
                </domain>
                """.formatted(machine, machine, ONLY_THE_AGENT, disk, on.path("console.log"));
    }

    /** Whether who mounts it has to do what its journal says first. */
    private static boolean mustBeRecovered(String image) throws IOException {
        String read = ImagesOnHost.run("qemu-io", "-U", "-r", "-f", "qcow2", "-c", "read -v " + (SUPERBLOCK + WANTED) + " 1", image);
        Matcher first = FIRST_BYTE.matcher(read);
        assertTrue(first.find(), read);
        return (Integer.parseInt(first.group(1), 16) & TO_BE_RECOVERED) != 0;
    }
}
