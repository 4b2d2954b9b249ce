package dev.virtworkbench.engine.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.RealHost;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stopping an {@code iscsi} pool logs the host out of its target. Here on libvirt's simulated host, whose documents of pools, volumes
 * and domains are libvirt's own: to log in really takes a kernel with iSCSI.
 */
class AttachedPoolTest {

    private static final String LUN = "/dev/disk/by-path/ip-127.0.0.1:3260-iscsi-iqn.2026-11.test:one-lun-1";

    @Test
    void anIscsiPoolIsNotStoppedUnderARunningDomainThatNamesOnlyThePath(@TempDir Path folder) throws IOException {
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = simulated(engine, folder);
            Pool pool = host.pools().lookup("san").await();
            Domain guest = host.domains().lookup("guest").await();
            Set<ImageUse.InPool> users = Set.copyOf(look(host, pool).pool("san"));
            assertEquals(Set.of(new ImageUse.InPool("guest", true, "vda", false)), users);
            assertEquals(List.of("Domain “guest” runs with its disk vda in pool “san”: shut it down first"), refusals(host, pool));
            VirtException refused = assertThrows(VirtException.class, () -> checked(host, pool).stop().await());
            assertTrue(refused.getMessage().contains("“guest” runs"), refused.getMessage());
            assertTrue(pool.summary().await().state().active());

            guest.destroy().await();
            assertEquals(List.of(), refusals(host, pool));
            assertTrue(Loss.ofPoolStop(pool.summary().await(), look(host, pool)).orElseThrow().text().in(Locale.ENGLISH).contains("guest"));
            checked(host, pool).stop().await();
            assertFalse(pool.summary().await().state().active());
        }
    }

    /** The files of a folder stay when libvirt does not show them any more. */
    @Test
    void aPoolOfFilesIsStoppedAllTheSame(@TempDir Path folder) throws IOException {
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = simulated(engine, folder);
            Pool pool = host.pools().lookup("files").await();
            assertEquals(Set.of(new ImageUse.InPool("guest", true, "vdb", false)), Set.copyOf(look(host, pool).pool("files")));
            assertEquals(List.of(), refusals(host, pool));
        }
    }

    private static Host simulated(Engine engine, Path folder) throws IOException {
        Host host = engine.add("test://" + Files.writeString(folder.resolve("node.xml"), """
                <node>
                  <domain type='test'>
                    <name>guest</name><memory unit='MiB'>64</memory><os><type>hvm</type></os>
                    <devices>
                      <disk type='block' device='disk'><source dev='%s'/><target dev='vda' bus='virtio'/></disk>
                      <disk type='file' device='disk'><source file='/files/image'/><target dev='vdb' bus='virtio'/></disk>
                    </devices>
                  </domain>
                  <pool type='iscsi'>
                    <name>san</name>
                    <source><host name='127.0.0.1'/><device path='iqn.2026-11.test:one'/></source>
                    <target><path>/dev/disk/by-path</path></target>
                    <volume type='block'><name>unit:0:0:1</name><capacity>1048576</capacity><target><path>%s</path></target></volume>
                  </pool>
                  <pool type='dir'><name>files</name><target><path>/files</path></target></pool>
                </node>
                """.formatted(LUN, LUN)));
        RealHost.connect(host);
        assertEquals(HostState.CONNECTED, host.status().state());
        return host;
    }

    private static Pool checked(Host host, Pool pool) {
        return new UseCheck(PoolAction.STOP, host.domains(), host.images(), Set.of(pool.uuid())).before(PoolAction.STOP, pool);
    }

    private static List<String> refusals(Host host, Pool pool) {
        List<Message> reasons = PoolAction.STOP.refusals(pool.summary().await(), look(host, pool));
        return reasons.stream().map(reason -> reason.in(Locale.ENGLISH)).toList();
    }

    private static ImageUse look(Host host, Pool pool) {
        return PoolAction.STOP.look(host.domains(), host.images(), Set.of(pool.uuid())).await();
    }
}
