package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.engine.drafts.DomainDraft;
import dev.virtworkbench.engine.drafts.PoolDraft;
import dev.virtworkbench.engine.drafts.PoolField;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.drafts.VolumeDraft;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.facts.Guest;
import dev.virtworkbench.engine.storage.NewPool;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is stated in fields comes to be on a real libvirtd, and what cannot be leaves nothing behind. */
class RealDraftsTest extends OnRealHost {

    private static final long MIB = 1024 * 1024;

    @BeforeAll
    static void start() {
        PrivateLibvirtd.needsRoot();
    }

    @Test
    void aPoolWithAVolumeOnAnotherAndADomainThatBootsIt() {
        Path folder = daemon.folder().resolve("R&D 图像");
        Pool pool = host.pools().make(wanted("R&D 图像", folder, true)).await();
        PoolSummary made = pool.summary().await();
        assertTrue(made.state().active());
        assertTrue(made.autostart());
        assertEquals(folder.toString(), made.targetPath());

        pool.createVolume(new VolumeDraft("it's a base", "raw", MIB, false, Optional.empty()).xml()).await();
        VolumeSummary base = pool.volume("it's a base").summary().await();
        assertEquals(MIB, base.allocation());
        pool.createVolume(new VolumeDraft("top.qcow2", "qcow2", 8 * MIB, true,
                Optional.of(new VolumeDraft.Backing(base.path(), base.format()))).xml()).await();
        VolumeSummary top = pool.volume("top.qcow2").summary().await();
        assertEquals("qcow2", top.format());
        assertEquals(8 * MIB, top.capacity());
        assertEquals(base.path(), top.backing());

        Guest guest = host.abilities().await().guests().getFirst();
        // emulated: a KVM inside of another machine may be there and not work
        DomainDraft draft = new DomainDraft("boots it", 64 * MIB, 1, guest, "qemu", Firmware.MACHINE,
                new DomainDraft.Image.InPool(pool.name(), "top.qcow2", "qcow2"), new DomainDraft.Nic.OfUser(), DomainDraft.Graphics.NONE);
        Domain domain = host.domains().make(draft.xml(), true, true).await();
        assertEquals(DomainState.RUNNING, domain.summary().await().state());
        VirtException taken = assertThrows(VirtException.class, () -> host.domains().make(draft.xml(), true, false).await());
        assertTrue(taken.hint().isPresent());
        domain.destroy().await();
        domain.undefine(Set.of()).await();
        pool.stop().await();
        pool.undefine().await();
    }

    @Test
    void aPoolThatDoesNotStartIsForgottenAgain() {
        Path folder = daemon.folder().resolve("never built");
        assertThrows(VirtException.class, () -> host.pools().make(wanted("unbuilt", folder, false)).await());
        assertFalse(host.pools().list().await().stream().anyMatch(pool -> pool.name().equals("unbuilt")));
        Pool pool = host.pools().make(wanted("unbuilt", folder, true)).await();
        assertTrue(Files.isDirectory(folder));
        VirtException taken = assertThrows(VirtException.class, () -> host.pools().make(wanted("unbuilt", folder, true)).await());
        assertTrue(taken.hint().isPresent());
        assertTrue(pool.summary().await().state().active());
        pool.stop().await();
        pool.undefine().await();
    }

    @Test
    void aDomainThatDoesNotStartIsForgottenAgain() {
        Guest guest = host.abilities().await().guests().getFirst();
        DomainDraft draft = new DomainDraft("no image", 64 * MIB, 1, guest, guest.domainTypes().getFirst(), Firmware.MACHINE,
                new DomainDraft.Image.Path(daemon.folder().resolve("no such image").toString(), "raw"),
                new DomainDraft.Nic.None(), DomainDraft.Graphics.VNC);
        VirtException missing = assertThrows(VirtException.class, () -> host.domains().make(draft.xml(), true, true).await());
        assertTrue(missing.hint().isPresent(), missing.getMessage());
        assertFalse(host.domains().list().await().stream().anyMatch(domain -> domain.name().equals("no image")));
    }

    @Test
    void aDomainThatDoesNotStartIsForgottenButNotTheVariablesThatAnEarlierOneLeft() throws IOException {
        // QEMU takes no firmware of this size
        Path firmware = Files.write(daemon.folder().resolve("firmware.fd"), new byte[1000]);
        Path variables = daemon.folder().resolve("variables.fd");
        String xml = "<domain type='qemu'><name>firm</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type>"
                + "<loader readonly='yes' type='pflash'>" + firmware + "</loader><nvram template='" + firmware + "'>" + variables
                + "</nvram></os><features><acpi/></features></domain>";
        Domain kept = host.domains().define(xml, false).await();
        assertThrows(VirtException.class, () -> kept.start().await());
        assertTrue(Files.exists(variables));
        assertEquals(Set.of(Undefine.NVRAM, Undefine.KEEP_NVRAM), kept.kept().await());
        assertThrows(VirtException.class, () -> kept.undefine(Set.of()).await(), "libvirt forgets nothing without being told");
        kept.undefine(Set.of(Undefine.KEEP_NVRAM)).await();
        Files.writeString(variables, "an earlier domain's");
        assertThrows(VirtException.class, () -> host.domains().make(xml, false, true).await());
        assertFalse(host.domains().list().await().stream().anyMatch(domain -> domain.name().equals("firm")));
        assertEquals("an earlier domain's", Files.readString(variables));
    }

    @Test
    void theHostTellsWhichPoolsItsLibvirtLacks() {
        assertFalse(host.abilities().await().lacksPoolType("dir"));
        assertTrue(host.abilities().await().pools().get("dir").volumeFormats().contains("qcow2"));
    }

    private static NewPool wanted(String name, Path folder, boolean build) {
        PoolDraft draft = new PoolDraft(name, PoolType.DIR, Map.of(PoolField.TARGET, folder.toString()));
        return new NewPool(draft.xml(), true, build ? PoolType.DIR.building() : Optional.empty(), true, true);
    }
}
