package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.saves.Resume;
import dev.virtworkbench.engine.saves.Saves;
import dev.virtworkbench.engine.snapshots.NewSnapshot;
import dev.virtworkbench.engine.snapshots.SnapshotKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains saved and brought back on a real daemon. */
class RealSavesTest extends OnRealHost {

    private Saves saves;
    private Path folder;
    private Domain domain;

    @BeforeEach
    void begin() throws IOException {
        saves = new Saves(host);
        folder = Files.createDirectory(daemon.folder().resolve("saved"));
        define("64");
    }

    private void define(String mebibytes) throws IOException {
        Path disk = folder.resolve("disk.qcow2");
        if (!Files.exists(disk)) {
            ImagesOnHost.run("qemu-img", "create", "-q", "-f", "qcow2", disk.toString(), "8M");
        }
        domain = host.domains().define(RealDomainsTest.domain("saved", "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='"
                + disk + "'/><target dev='vda' bus='virtio'/></disk><graphics type='vnc' passwd='geheim'/>").replace(">64<", ">" + mebibytes + "<"), true).await();
    }

    @AfterEach
    void clear() throws IOException {
        if (state().active()) {
            domain.destroy().await();
        }
        domain.undefine(domain.kept().await()).await();
        daemon.run("rm", "-r", folder.toString());
    }

    private DomainState state() {
        return domain.summary().await().state();
    }

    @Test
    void aDomainGoesOnFromWhatLibvirtKeeps() {
        assertFalse(domain.summary().await().saved());
        domain.start().await();
        saves.managedSave(domain, Resume.AS_SAVED).await();
        assertEquals(DomainState.SHUT_OFF, state());
        assertTrue(domain.summary().await().saved());
        assertTrue(host.domains().list().await().getFirst().saved());
        domain.start().await();
        assertEquals(DomainState.RUNNING, state());
        assertFalse(domain.summary().await().saved());
        saves.managedSave(domain, Resume.PAUSED).await();
        domain.start().await();
        assertEquals(DomainState.PAUSED, state());
    }

    @Test
    void whatLibvirtKeepsIsThrownAway() {
        domain.start().await();
        saves.managedSave(domain, Resume.AS_SAVED).await();
        saves.discard(domain).await();
        assertFalse(domain.summary().await().saved());
        assertThrows(VirtException.class, () -> saves.discard(domain).await());
        domain.start().await();
    }

    @Test
    void aDomainIsSavedToAFileAndBroughtBackFromIt() throws IOException {
        Path file = folder.resolve("saved of “web”.save");
        domain.start().await();
        saves.save(domain, file.toString(), Resume.PAUSED).await();
        assertEquals(DomainState.SHUT_OFF, state());
        assertFalse(domain.summary().await().saved(), "that is a file of somebody's own");
        assertTrue(Files.size(file) > 0);
        assertEquals(List.of(), host.pools().list().await(), "the folder is no pool any more");
        String xml = saves.xml(file.toString()).await();
        assertTrue(xml.contains("<name>saved</name>") && xml.contains("geheim"), xml);

        saves.restore(file.toString(), Optional.empty(), Resume.AS_SAVED).await();
        assertEquals(DomainState.PAUSED, state());
        domain.destroy().await();
        saves.restore(file.toString(), Optional.of(xml.replace("</name>", "</name><title>brought back</title>")), Resume.RUNNING).await();
        assertEquals(DomainState.RUNNING, state());
        assertTrue(domain.xml(false, false).await().contains("brought back"));
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws IOException {
        domain.start().await();
        for (String name : List.of("disk.qcow2", "a folder", "somebody's")) {
            Path there = folder.resolve(name);
            if (name.equals("a folder")) {
                Files.createDirectory(there);
            } else if (!Files.exists(there)) {
                Files.writeString(there, "somebody's");
            }
            VirtException refused = assertThrows(VirtException.class, () -> saves.save(domain, there.toString(), Resume.AS_SAVED).await());
            assertTrue(refused.getMessage().contains(name + " is there already"), refused.getMessage());
        }
        assertEquals("somebody's", Files.readString(folder.resolve("somebody's")));
        assertThrows(VirtException.class, () -> saves.save(domain, folder.resolve("no/such/file").toString(), Resume.AS_SAVED).await());
        assertEquals(DomainState.RUNNING, state());
        assertThrows(VirtException.class, () -> saves.xml(folder.resolve("disk.qcow2").toString()).await());
        assertEquals(List.of(), host.pools().list().await());
    }

    @Test
    void cancelledWhileItIsWrittenTheDomainRunsOn() throws IOException {
        // memory that nobody has touched takes none, but time to look through
        domain.undefine(Set.of()).await();
        define("16384");
        domain.start().await();
        Path file = folder.resolve("never.save");
        AtomicReference<Job<?>> whole = new AtomicReference<>();
        JobListener cancel = job -> {
            // the step in which libvirt writes, a second or two, is another job
            if (job.operation() == Operation.DOMAIN_SAVE && !whole.compareAndSet(null, job) && job != whole.get()) {
                whole.get().cancel();
            }
        };
        engine.jobs().addListener(cancel);
        try {
            Job<Void> save = saves.save(domain, file.toString(), Resume.AS_SAVED);
            assertThrows(CancellationException.class, save::await);
        } finally {
            engine.jobs().removeListener(cancel);
        }
        assertEquals(DomainState.RUNNING, state());
        assertFalse(Files.exists(file));
    }

    @Test
    void aDomainWithASavedMemoryAndASnapshotIsForgottenWithThemOrNotAtAll() throws IOException {
        host.snapshots(domain).create(new NewSnapshot("before", "", SnapshotKind.INTERNAL, Optional.empty(), Map.of(), List.of(), false)).await();
        domain.start().await();
        saves.managedSave(domain, Resume.AS_SAVED).await();
        Set<Undefine> kept = domain.kept().await();
        assertEquals(Set.of(Undefine.MANAGED_SAVE, Undefine.SNAPSHOTS_METADATA), kept);
        for (Set<Undefine> tooLittle : List.<Set<Undefine>>of(Set.of(), Set.of(Undefine.MANAGED_SAVE), Set.of(Undefine.SNAPSHOTS_METADATA))) {
            VirtException refused = assertThrows(VirtException.class, () -> domain.undefine(tooLittle).await());
            assertTrue(refused.hint().isPresent(), refused.getMessage());
            assertTrue(domain.summary().await().persistent());
        }
        domain.undefine(kept).await();
        assertThrows(VirtException.class, () -> domain.summary().await());
        assertEquals("", daemon.run("find", "/var/lib/libvirt/qemu/save", "/var/lib/libvirt/qemu/snapshot", "-name", "*saved*"));
        // the snapshot inside the image is not libvirt's
        assertTrue(ImagesOnHost.run("qemu-img", "snapshot", "-l", folder.resolve("disk.qcow2").toString()).contains("before"));
        define("64");
        assertEquals(Set.of(), domain.kept().await());
    }
}
