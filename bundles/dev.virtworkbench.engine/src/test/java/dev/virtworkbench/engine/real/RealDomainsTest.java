package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.DeviceScope;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.domains.Screenshot;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.language.facts.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domains on a real daemon, emulated; none gets past its firmware. */
class RealDomainsTest extends OnRealHost {

    private static final long MIB = 1024 * 1024;

    @Test
    void aDomainFromDefinitionToNothing() {
        Domain domain = host.domains().define(domain("life 图", ""), true).await();
        assertEquals(DomainState.SHUT_OFF, domain.summary().await().state());
        VirtException off = assertThrows(VirtException.class, () -> domain.suspend().await());
        assertEquals(ErrorCode.OPERATION_INVALID, off.code());
        assertTrue(off.hint().isPresent(), off.getMessage());
        domain.start().await();
        assertTrue(domain.summary().await().id().isPresent());
        domain.suspend().await();
        assertEquals(DomainState.PAUSED, domain.summary().await().state());
        domain.resume().await();
        domain.reboot().await();
        domain.shutdown().await();
        domain.destroy().await();
        domain.setAutostart(true).await();
        assertTrue(domain.summary().await().autostart());
        assertEquals(domain, host.domains().lookup("life 图").await());
        assertEquals(Set.of(), domain.kept().await(), "nothing but its configuration");
        domain.undefine(Set.of()).await();
        assertEquals(ErrorCode.NO_DOMAIN, assertThrows(VirtException.class, () -> domain.start().await()).code());
    }

    @Test
    void theScreenOfARunningDomainIsAPicture() {
        Domain domain = host.domains().createTransient(domain("seen", "<graphics type='vnc' port='-1' autoport='yes'/>"
                + "<video><model type='vga'/></video>"), true).await();
        try {
            Screenshot screen = domain.screenshot().await();
            assertTrue(screen.mimeType().equals("image/png") || screen.mimeType().equals("image/x-portable-pixmap"), screen.mimeType());
            assertTrue(screen.picture().length > 100, () -> screen.picture().length + " bytes");
        } finally {
            domain.destroy().await();
        }
    }

    @Test
    void aTransientDomainIsGoneWhenItEnds() {
        Domain domain = host.domains().createTransient(domain("passing", ""), true).await();
        assertFalse(domain.summary().await().persistent());
        domain.destroy().await();
        assertThrows(VirtException.class, () -> domain.summary().await());
    }

    @Test
    void showsPasswordsOnlyWhenAsked() {
        Domain domain = host.domains().define(domain("secret",
                "<graphics type='vnc' port='-1' passwd='geheim'/>"), true).await();
        assertTrue(domain.xml(true, true).await().contains("geheim"));
        assertFalse(domain.xml(true, false).await().contains("geheim"));
        domain.undefine(Set.of()).await();
    }

    @Test
    void knowsWhoUsesWhichImage() throws IOException {
        Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("images",
                Files.createDirectories(daemon.folder().resolve("images")))).await();
        Volume base = pool.createVolume(RealPoolsTest.volume("base.qcow2", "qcow2", 16 * MIB)).await();
        String basePath = base.summary().await().path();
        Volume top = pool.createVolume("<volume><name>top.qcow2</name><capacity>" + 16 * MIB
                + "</capacity><target><format type='qcow2'/></target><backingStore><path>" + basePath
                + "</path><format type='qcow2'/></backingStore></volume>").await();
        String topPath = top.summary().await().path();
        Domain byPath = host.domains().define(domain("by path", disk("file", "file='" + topPath + "'")), true).await();
        Domain byVolume = host.domains().define(domain("by volume",
                disk("volume", "pool='images' volume='base.qcow2'")), true).await();
        List<Disk> disks = byPath.disks(true).await();
        assertEquals(List.of("vda"), disks.stream().map(Disk::target).toList());
        assertEquals(topPath, disks.getFirst().source());
        ImageUse use = host.domains().imageUse().await();
        assertEquals(List.of(new ImageUse.ByDomain("by path", false, "vda", true)), use.domains(topPath));
        assertEquals(Set.of(new ImageUse.ByDomain("by path", false, "vda", false),
                new ImageUse.ByDomain("by volume", false, "vda", true)), Set.copyOf(use.domains(basePath)));
        assertEquals(List.of(topPath), use.children(basePath));
        assertFalse(use.free(basePath));
        assertTrue(use.free("/nobody/knows/it"));
        byPath.start().await();
        assertTrue(host.domains().imageUse().await().domains(topPath).stream().allMatch(ImageUse.ByDomain::running));
        byPath.destroy().await();
        byPath.undefine(Set.of()).await();
        byVolume.undefine(Set.of()).await();
        pool.stop().await();
    }

    @Test
    void attachesAndDetachesWhileItRuns() throws IOException {
        Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("hot",
                Files.createDirectories(daemon.folder().resolve("hot")))).await();
        String path = pool.createVolume(RealPoolsTest.volume("hot.img", "raw", MIB)).await().summary().await().path();
        Domain domain = host.domains().createTransient(domain("hot", ""), true).await();
        String device = disk("file", "file='" + path + "'").replace("qcow2", "raw");
        domain.attach(device, DeviceScope.LIVE).await();
        assertEquals(path, domain.disks(false).await().getFirst().source());
        domain.detach(device, DeviceScope.LIVE).await();
        domain.destroy().await();
        pool.stop().await();
    }

    @Test
    void tellsTheLanguageWhatTheHostHas() throws IOException {
        Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("told",
                Files.createDirectories(daemon.folder().resolve("told")))).await();
        pool.createVolume(RealPoolsTest.volume("told.img", "raw", MIB)).await();
        HostFacts facts = host.facts().await();
        assertTrue(facts.pools().contains("told"));
        assertEquals(List.of("told.img"), facts.volumes().get("told"));
        assertTrue(facts.machineTypes().contains("pc"), () -> facts.machineTypes().toString());
        assertTrue(facts.cpuModels().contains("qemu64"), () -> facts.cpuModels().toString());
        assertTrue(facts.formats().contains("qcow2"), () -> facts.formats().toString());
        pool.stop().await();
    }

    private static String disk(String type, String source) {
        return "<disk type='" + type + "' device='disk'><driver name='qemu' type='qcow2'/><source " + source
                + "/><target dev='vda' bus='virtio'/></disk>";
    }

    static String domain(String name, String devices) {
        return "<domain type='qemu'><name>" + name + "</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>" + devices + "</devices></domain>";
    }
}
