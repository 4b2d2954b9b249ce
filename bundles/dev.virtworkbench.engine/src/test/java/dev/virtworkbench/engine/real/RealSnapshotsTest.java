package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.drafts.AgentChannel;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.snapshots.NewSnapshot;
import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.snapshots.SnapshotKind;
import dev.virtworkbench.engine.snapshots.SnapshotTree;
import dev.virtworkbench.engine.snapshots.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots of real domains. */
class RealSnapshotsTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Image disk;
    private Domain domain;
    private Snapshots snapshots;

    @BeforeEach
    void begin() throws IOException {
        disk = new Image(on.path("disk.qcow2"), "qcow2");
        on.images().create(new NewImage(disk.path(), "qcow2"), 8 * MIB).await();
        domain = domain(disk, "");
        snapshots = on.host().snapshots(domain);
    }

    @AfterEach
    void clear() {
        if (domain.summary().await().state().active()) {
            domain.destroy().await();
        }
        snapshots.list().await().forEach(snapshot -> snapshots.forget(snapshot).await());
        domain.undefine(Set.of()).await();
    }

    private static Domain domain(Image image, String devices) {
        return on.host().domains().define(RealDomainsTest.domain("guest", "<disk type='file' device='disk'><driver name='qemu' type='"
                + image.format() + "'/><source file='" + image.path() + "'/><target dev='vda' bus='virtio'/></disk>" + devices), true).await();
    }

    private String source() {
        return domain.disks(false).await().getFirst().source();
    }

    @Test
    void internalSnapshotsOfADomainThatIsOffAreATreeAndItGoesBackToEach() throws IOException {
        ImagesOnHost.write(disk, 1, 0);
        Snapshot first = snapshots.create(NewSnapshot.internal("first's <one>").described("a & b")).await();
        ImagesOnHost.write(disk, 2, 0);
        Snapshot second = snapshots.create(NewSnapshot.internal("second")).await();
        assertEquals(Optional.of("first's <one>"), second.parent());
        assertTrue(second.current());
        snapshots.revert(first, Snapshots.Then.AS_IT_WAS).await();
        ImagesOnHost.reads(disk, 1, 0);
        Snapshot other = snapshots.create(NewSnapshot.internal("other")).await();
        List<SnapshotTree> trees = SnapshotTree.of(snapshots.list().await());
        assertEquals(List.of("first's <one>"), trees.stream().map(tree -> tree.snapshot().name()).toList());
        assertEquals(Set.of("second", "other"), Set.copyOf(trees.getFirst().children().stream().map(tree -> tree.snapshot().name()).toList()));
        Snapshot root = trees.getFirst().snapshot();
        assertEquals("a & b", root.description());
        String document = snapshots.xml(root).await();
        assertTrue(document.startsWith("<domainsnapshot>") && document.contains("first&apos;s &lt;one&gt;"), document);
        assertEquals("shutoff", root.state());
        assertEquals(SnapshotKind.INTERNAL, root.kind());
        assertTrue(Duration.between(root.made(), Instant.now()).abs().compareTo(Duration.ofHours(1)) < 0, root.toString());
        assertFalse(root.current());
        snapshots.delete(other, false).await();
        snapshots.delete(root, true).await();
        assertEquals(List.of(), snapshots.list().await());
        assertEquals(List.of(), on.images().info(disk.path(), Optional.of("qcow2")).await().top().snapshots());
    }

    @Test
    void aDescriptionIsChangedAndAnotherMadeTheCurrentOne() throws IOException {
        ImagesOnHost.write(disk, 1, 0);
        Snapshot first = snapshots.create(NewSnapshot.internal("-first's <one>")).await();
        Snapshot second = snapshots.create(NewSnapshot.internal("second").described("old")).await();
        Snapshot described = snapshots.describe(second, "new & <better>\n1 < 2").await();
        assertEquals("new & <better>\n1 < 2", described.description());
        assertEquals(second.parent(), described.parent());
        assertEquals(second.made(), described.made());
        assertTrue(described.current());
        assertEquals("told", snapshots.describe(first, "told").await().description());
        assertEquals("", snapshots.describe(second, "").await().description());
        assertTrue(snapshots.makeCurrent(first).await().current());
        assertEquals(List.of(first.name()), snapshots.list().await().stream().filter(Snapshot::current).map(Snapshot::name).toList());
        assertEquals(Optional.of(first.name()), snapshots.create(NewSnapshot.internal("third")).await().parent());
        assertTrue(on.commands().stream().anyMatch(command -> command.contains("snapshot-current") && command.contains("-- guest")), on.commands().toString());
        ImagesOnHost.write(disk, 2, 0);
        snapshots.revert(first, Snapshots.Then.AS_IT_WAS).await();
        ImagesOnHost.reads(disk, 1, 0);
    }

    @Test
    void oneIsMadeAsADocumentSays() throws IOException {
        Path document = on.folder().resolve("mine & yours.xml");
        Files.writeString(document, "<domainsnapshot><name>inside</name><description>图 &amp; mine</description></domainsnapshot>");
        Snapshot inside = snapshots.create(document).await();
        assertEquals(SnapshotKind.INTERNAL, inside.kind());
        assertEquals("图 & mine", inside.description());
        Files.writeString(document, "<domainsnapshot><name>beside</name><disks><disk name='vda' snapshot='external'><source file='"
                + on.path("beside.qcow2") + "'/></disk></disks></domainsnapshot>");
        domain.start().await();
        assertEquals(SnapshotKind.DISK_ONLY, snapshots.create(document).await().kind());
        assertEquals(on.path("beside.qcow2"), source());
        for (String wrong : List.of("<domainsnapshot><nam>x</nam></domainsnapshot>", "<domainsnapshot>", " ".repeat(2 << 20))) {
            Files.writeString(document, wrong);
            assertThrows(VirtException.class, () -> snapshots.create(document).await());
        }
        Files.delete(document);
        assertTrue(assertThrows(VirtException.class, () -> snapshots.create(document).await()).getMessage().contains("cannot be read"));
        assertEquals(2, snapshots.list().await().size());
    }

    @Test
    void aChangedDescriptionLeavesPasswordsWhereTheyAre() {
        domain.undefine(Set.of()).await();
        domain = domain(disk, "<graphics type='vnc' port='-1' autoport='yes' passwd='s3cret12'/>");
        snapshots = on.host().snapshots(domain);
        Snapshot kept = snapshots.create(NewSnapshot.internal("kept")).await();
        snapshots.describe(kept, "with a password").await();
        assertFalse(snapshots.xml(kept).await().contains("s3cret12"));
        snapshots.revert(kept, Snapshots.Then.AS_IT_WAS).await();
        assertTrue(domain.xml(true, true).await().contains("s3cret12"));
        assertTrue(on.commands().stream().noneMatch(command -> command.contains("s3cret12")));
    }

    @Test
    void anInternalSnapshotOfARunningDomainHasItsMemory() throws IOException {
        domain.start().await();
        Snapshot running = snapshots.create(NewSnapshot.internal("runs")).await();
        assertEquals("running", running.state());
        domain.destroy().await();
        ImagesOnHost.write(disk, 7, 0);
        snapshots.revert(running, Snapshots.Then.PAUSED).await();
        assertEquals(DomainState.PAUSED, domain.summary().await().state());
        domain.destroy().await();
        ImagesOnHost.reads(disk, 0, 0);
        snapshots.delete(running, false).await();
    }

    @Test
    void disksAloneGoOnInNewImages() throws IOException {
        ImagesOnHost.write(disk, 1, 0);
        Snapshot off = snapshots.create(NewSnapshot.ofDisks("off")).await();
        assertEquals(SnapshotKind.DISK_ONLY, off.kind());
        assertEquals(on.path("disk.off"), source());
        domain.start().await();
        Snapshot live = snapshots.create(NewSnapshot.ofDisks("live").at("vda", on.path("its, 'own' place.qcow2"))).await();
        assertEquals(List.of(new Snapshot.DiskState("vda", Optional.of(on.path("its, 'own' place.qcow2")))), live.disks());
        assertEquals("disk-snapshot", live.state());
        assertEquals(on.path("its, 'own' place.qcow2"), source());
        assertEquals(List.of(on.path("disk.off"), disk.path()), domain.disks(false).await().getFirst().chain());
        boolean reverts = snapshots.abilities().await().cannotRevert(live).isEmpty();
        if (!reverts) {
            VirtException refused = assertThrows(VirtException.class, () -> snapshots.revert(live, Snapshots.Then.AS_IT_WAS).await());
            assertTrue(refused.getMessage().contains("9.9.0") && refused.hint().isPresent(), refused.getMessage());
        }
    }

    @Test
    void anExternalSnapshotHasTheMemoryInAFile() {
        domain.start().await();
        Snapshot made = snapshots.create(NewSnapshot.withMemory("with memory", on.path("its memory"))).await();
        assertEquals(SnapshotKind.EXTERNAL_WITH_MEMORY, made.kind());
        assertEquals("running", made.state());
        assertTrue(Files.exists(Path.of(on.path("its memory"))));
        assertEquals(DomainState.RUNNING, domain.summary().await().state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void aDomainGoesBackToDisksAloneWhereLibvirtCan(String name) throws IOException {
        ImagesOnHost.write(disk, 1, 0);
        Snapshot first = snapshots.create(NewSnapshot.ofDisks("first")).await();
        assumeTrue(snapshots.abilities().await().cannotRevert(first).isEmpty(), "libvirt is older than 9.9.0");
        ImagesOnHost.write(new Image(source(), "qcow2"), 2, 0);
        Snapshot second = snapshots.create(NewSnapshot.ofDisks("second")).await();
        ImagesOnHost.write(new Image(source(), "qcow2"), 3, 0);
        snapshots.revert(name.equals("first") ? first : second, Snapshots.Then.PAUSED).await();
        assertEquals(DomainState.PAUSED, domain.summary().await().state());
        domain.destroy().await();
        ImagesOnHost.reads(new Image(source(), "qcow2"), name.equals("first") ? 1 : 2, 0);
        ImagesOnHost.reads(disk, 1, 0);
        snapshots.list().await().forEach(each -> assertEquals(each.name().equals(name), each.current()));
    }

    @Test
    void aDomainGoesBackToTheMemoryInAFileWhereLibvirtCan() throws IOException {
        domain.start().await();
        Snapshot made = snapshots.create(NewSnapshot.withMemory("with memory", on.path("its memory"))).await();
        assumeTrue(snapshots.abilities().await().cannotRevert(made).isEmpty(), "libvirt is older than 9.9.0");
        domain.destroy().await();
        ImagesOnHost.write(new Image(source(), "qcow2"), 7, 0);
        snapshots.revert(made, Snapshots.Then.AS_IT_WAS).await();
        assertEquals(DomainState.RUNNING, domain.summary().await().state());
        domain.destroy().await();
        ImagesOnHost.reads(new Image(source(), "qcow2"), 0, 0);
    }

    @Test
    void anExternalSnapshotIsDeletedByMergingItWhereLibvirtCan() throws IOException {
        domain.start().await();
        Snapshot made = snapshots.create(NewSnapshot.ofDisks("merged")).await();
        Optional<?> cannot = snapshots.abilities().await().cannotDelete(made);
        if (cannot.isEmpty()) {
            snapshots.delete(made, false).await();
            assertEquals(disk.path(), source());
            assertEquals(List.of("disk.qcow2"), on.names());
        } else {
            assertThrows(VirtException.class, () -> snapshots.delete(made, false).await());
        }
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsMade() throws IOException {
        refused(NewSnapshot.withMemory("m", on.path("memory")), "does not run");
        refused(NewSnapshot.ofDisks("q").quiesced(), "does not run");
        refused(NewSnapshot.internal("n").leaving("vda"), "none of its disks");
        domain.start().await();
        refused(NewSnapshot.ofDisks("q").quiesced(), "org.qemu.guest_agent.0");
        domain.destroy().await();
        domain.undefine(Set.of()).await();
        Image raw = new Image(on.path("disk.raw"), "raw");
        on.images().create(new NewImage(raw.path(), "raw"), MIB).await();
        domain = on.host().domains().define(AgentChannel.addedTo(domain(raw, "").xml(true, true).await()), true).await();
        snapshots = on.host().snapshots(domain);
        refused(NewSnapshot.internal("i"), "format raw");
        domain.start().await();
        // there is no system in this guest that could answer
        refused(NewSnapshot.ofDisks("q").quiesced(), "package qemu-guest-agent");
        assertEquals(List.of("disk.qcow2", "disk.raw"), on.names());
        assertEquals(List.of(), snapshots.list().await());
    }

    private void refused(NewSnapshot wanted, String words) {
        VirtException refused = assertThrows(VirtException.class, () -> snapshots.create(wanted).await());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }
}
