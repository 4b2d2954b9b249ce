package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.apply.Effect;
import dev.virtworkbench.engine.apply.PlannedChange;
import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.history.History;
import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.NewPool;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Applying documents on a real daemon. */
class RealApplyTest {

    private static final long MIB = 1024 * 1024;
    private static final Set<Decision> NONE = Set.of();

    static final LibvirtLanguage LANGUAGE =
            new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), Runnable::run));

    private static PrivateLibvirtd daemon;
    private static Engine engine;
    private static Host host;
    private static Apply apply;

    @BeforeAll
    static void start() throws IOException {
        daemon = PrivateLibvirtd.start();
        engine = new Engine(Credentials.NONE);
        host = engine.add(daemon.uri());
        RealHost.connect(host);
        apply = new Apply(host, LANGUAGE);
    }

    @AfterAll
    static void stop() throws IOException {
        if (daemon != null) {
            engine.close();
            daemon.close();
        }
    }

    @Test
    void aNewPoolIsMadeAndADryRunMakesNone() {
        ApplyRequest request = ApplyRequest.document(DocumentKind.STORAGE_POOL,
                RealPoolsTest.dirPool("fresh", daemon.folder().resolve("fresh")));
        ApplyPlan plan = plan(request);
        assertTrue(plan.present().isEmpty() && plan.obstacles().isEmpty(), plan.toString());
        assertTrue(host.pools().list().await().stream().noneMatch(pool -> pool.name().equals("fresh")));
        Applied applied = apply.apply(plan, NONE).await();
        Pool pool = host.pools().pool(applied.uuid(), applied.name());
        try {
            assertEquals("fresh", applied.name());
            assertTrue(applied.before().isEmpty() && applied.validated(), applied.toString());
            assertEquals(List.of(), applied.dropped());
            assertEquals(List.of(), applied.altered());
        } finally {
            pool.undefine().await();
        }
    }

    @Test
    void redefiningAnActivePoolTakesEffectAtItsNextStart() throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("active"));
        Pool pool = host.pools().define(RealPoolsTest.dirPool("active", folder), true).await();
        String opened = pool.xml(true).await();
        // libvirt writes the folder's owner and mode into the document: that is nobody's change
        pool.start().await();
        try {
            String edited = opened.replace("<path>" + folder, "<path>" + folder + "-moved");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.STORAGE_POOL, edited).openedAs(opened));
            assertEquals(List.of("target path: " + folder + " → " + folder + "-moved"), words(plan));
            assertEquals(Effect.AT_NEXT_START, plan.changes().getFirst().effect());
            Applied applied = apply.apply(plan, NONE).await();
            assertEquals(List.of(), applied.dropped());
            assertTrue(pool.xml(true).await().contains(folder + "-moved"));
            assertFalse(pool.xml(false).await().contains(folder + "-moved"));
            assertEquals(List.of(), words(plan(ApplyRequest.document(DocumentKind.STORAGE_POOL, edited))));
        } finally {
            pool.stop().await();
            pool.undefine().await();
        }
    }

    @Test
    void aTextWithoutAUuidChangesTheObjectOfThatName() {
        Pool pool = host.pools().define(RealPoolsTest.dirPool("same", daemon.folder().resolve("one")), true).await();
        try {
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.STORAGE_POOL,
                    RealPoolsTest.dirPool("same", daemon.folder().resolve("two"))));
            assertEquals(pool.uuid(), plan.present().orElseThrow().uuid());
            assertEquals(pool.uuid(), apply.apply(plan, NONE).await().uuid());
            assertTrue(pool.xml(true).await().contains(daemon.folder().resolve("two").toString()));
        } finally {
            pool.undefine().await();
        }
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwrittenUnasked() {
        Domain domain = define(domain("contested", ""));
        try {
            String opened = domain.xml(true, true).await();
            host.domains().define(opened.replace("<vcpu placement='static'>1<", "<vcpu placement='static'>2<"), true).await();
            String edited = opened.replace("</name>", "</name><title>mine</title>");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, edited).openedAs(opened));
            assertEquals(List.of("vcpu: 1 → 2"), sentences(plan.conflict().orElseThrow().theirs()));
            assertEquals(List.of("title: added, mine"), sentences(plan.conflict().orElseThrow().mine()));
            assertEquals(List.of(), plan.conflict().orElseThrow().both());
            VirtException refused = assertThrows(VirtException.class, () -> apply.apply(plan, NONE).await());
            assertTrue(refused.getMessage().contains("changed since it was opened"), refused.getMessage());
            assertTrue(domain.xml(true, false).await().contains(">2</vcpu>"));
            apply.apply(plan, Set.of(Decision.OVERWRITE)).await();
            assertTrue(domain.xml(true, false).await().contains("<title>mine</title>"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aPlanThatAgedIsNotCarriedOut() {
        Domain domain = define(domain("aged", ""));
        try {
            String xml = domain.xml(true, true).await();
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, xml.replace("</name>", "</name><title>a</title>")));
            host.domains().define(xml.replace("</name>", "</name><title>b</title>"), true).await();
            assertThrows(VirtException.class, () -> apply.apply(plan, NONE).await());
            assertTrue(domain.xml(true, false).await().contains("<title>b</title>"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void whatLibvirtDropsIsTold() {
        Domain domain = define(domain("dropping", ""));
        try {
            String edited = domain.xml(true, true).await().replace("<devices>", "<devices><blinkenlights colour='red'/>");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, edited));
            assertEquals(Decision.WITHOUT_VALIDATION, plan.obstacles().getFirst().decision());
            assertThrows(VirtException.class, () -> apply.apply(plan, NONE).await());
            Applied applied = apply.apply(plan, Set.of(Decision.WITHOUT_VALIDATION)).await();
            assertEquals(List.of("blinkenlights: removed, was colour=red"), sentences(applied.dropped()));
            assertFalse(applied.validated());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aFailingDefinitionLeavesTheOldOneAndNoPasswordInTheError() {
        Domain domain = define(domain("stays", "<graphics type='vnc' passwd='geheim'/>"));
        try {
            String xml = domain.xml(true, true).await();
            // libvirt takes at most eight characters
            String edited = xml.replace("passwd='geheim'", "passwd='streng geheim'").replace("<memory unit='KiB'>65536", "<memory unit='KiB'>1");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    edited.replace("type='vnc'", "type='vnc' port='-1' websocket='-9'").replace("port='-1' autoport", "autoport")));
            VirtException failure = assertThrows(VirtException.class,
                    () -> apply.apply(plan, Set.of(Decision.WITHOUT_VALIDATION)).await());
            assertFalse(failure.getMessage().contains("geheim"), failure.getMessage());
            assertEquals(xml, domain.xml(true, true).await());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aVncPasswordSurvivesAnEdit() {
        Domain domain = define(domain("display", "<graphics type='vnc' passwd='geheim'/>"));
        try {
            String secure = domain.xml(true, true).await();
            Applied applied = apply.apply(plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    secure.replace("</name>", "</name><title>one</title>")).openedAs(secure)), NONE).await();
            assertEquals(List.of(), applied.dropped());
            assertTrue(domain.xml(true, true).await().contains("passwd='geheim'"));
            String plain = domain.xml(true, false).await();
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, plain.replace(">one<", ">two<")).openedAs(plain)
                    .keepingSecrets());
            assertTrue(plan.conflict().isEmpty());
            assertEquals(List.of("title: one → two"), words(plan));
            apply.apply(plan, NONE).await();
            assertTrue(domain.xml(true, true).await().contains("passwd='geheim'"));
            ApplyPlan removal = plan(ApplyRequest.document(DocumentKind.DOMAIN, plain.replace(">one<", ">two<")));
            assertEquals(List.of("graphics vnc · passwd: removed, was •••"), words(removal));
            assertFalse((removal + " " + removal.present()).contains("geheim"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void whatAWizardMadeIsReadBackComparedAndTold() {
        List<Applied> told = new ArrayList<>();
        String xml = RealPoolsTest.dirPool("wizard", daemon.folder().resolve("wizard")).replace("</name>", "</name><unknown/>");
        Pool pool = host.pools().make(new NewPool(xml, false, Optional.of(Existing.LEAVE), true, false)).await();
        try {
            Applied applied = new Apply(host, LANGUAGE, told::add).made(ApplyRequest.document(DocumentKind.STORAGE_POOL, xml), false).await();
            assertEquals(List.of(applied), told);
            assertEquals(pool.uuid(), applied.uuid());
            assertTrue(applied.before().isEmpty());
            assertEquals(List.of("unknown: removed"), sentences(applied.dropped()));
            String volume = RealPoolsTest.volume("made.raw", "raw", MIB);
            pool.createVolume(volume).await();
            Applied second = apply.made(ApplyRequest.volume(volume, pool.uuid()), false).await();
            assertEquals(Optional.of(pool.uuid()), second.pool());
            assertTrue(second.after().contains("made.raw") && second.dropped().isEmpty(), second::toString);
        } finally {
            pool.stop().await();
            pool.undefine().await();
        }
    }

    @Test
    void renamesAreToldForWhatTheyAre() {
        Domain domain = define(domain("before", ""));
        try {
            String xml = domain.xml(true, true).await();
            String renamed = xml.replace("<name>before<", "<name>after<");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, renamed).openedAs(xml));
            assertTrue(plan.stopped(), plan.toString());
            assertThrows(VirtException.class, () -> apply.apply(plan, Set.of(Decision.values())).await());
            ApplyPlan other = plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    xml.replace(domain.uuid().toString(), "6b1c9a0e-0d2c-4f5b-9b3e-0c1d2e3f4a5b")).openedAs(xml));
            assertTrue(other.stopped(), other.toString());
            ApplyPlan fresh = plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    renamed.replaceAll("<uuid>.*</uuid>", "")).openedAs(xml));
            assertFalse(fresh.stopped());
            assertTrue(fresh.notes().getFirst().in(Locale.ENGLISH).contains("a new object is made"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aBrokenTextIsNeverSent() {
        ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, "<domain type='qemu'><name>broken</nam"));
        assertTrue(plan.stopped());
        assertThrows(VirtException.class, () -> apply.apply(plan, Set.of(Decision.values())).await());
        assertTrue(plan(ApplyRequest.document(DocumentKind.DOMAIN, "<pool type='dir'><name>x</name></pool>")).stopped());
    }

    @Test
    void aVolumeGrowsAndIsNeverAppliedInPart() throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("volumes"));
        Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("volumes", folder)).await();
        try {
            Applied made = apply.apply(plan(ApplyRequest.volume("<volume><name>v.qcow2</name><capacity unit='MiB'>64</capacity>"
                    + "<target><format type='qcow2'/></target></volume>", pool.uuid())), NONE).await();
            assertEquals(List.of(), made.dropped());
            Volume volume = pool.volume("v.qcow2");
            String opened = volume.xml().await();
            String larger = opened.replaceFirst("<capacity unit='bytes'>\\d+", "<capacity unit='MiB'>128");
            ApplyPlan grow = plan(ApplyRequest.volume(larger, pool.uuid()).openedAs(opened));
            assertEquals(List.of("capacity: 64 MiB → 128 MiB"), words(grow));
            apply.apply(grow, NONE).await();
            assertEquals(128 * MIB, volume.summary().await().capacity());
            ApplyPlan both = plan(ApplyRequest.volume(larger.replace("'MiB'>128", "'MiB'>256")
                    .replace("type='qcow2'", "type='raw'"), pool.uuid()));
            assertTrue(both.stopped());
            assertEquals(List.of(Effect.NOW, Effect.NEEDS_OPERATION),
                    both.changes().stream().map(PlannedChange::effect).sorted().toList());
            assertThrows(VirtException.class, () -> apply.apply(both, Set.of(Decision.values())).await());
            assertEquals(128 * MIB, volume.summary().await().capacity());
            ApplyPlan shrink = plan(ApplyRequest.volume(larger.replace("'MiB'>128", "'MiB'>64"), pool.uuid()));
            assertEquals(Decision.SHRINK, shrink.obstacles().getFirst().decision());
            assertEquals("v.qcow2", shrink.obstacles().getFirst().loss().orElseThrow().nameToType());
            assertThrows(VirtException.class, () -> apply.apply(shrink, NONE).await());
            assertEquals(128 * MIB, volume.summary().await().capacity());
            pool.createVolume("<volume><name>child.qcow2</name><capacity unit='MiB'>128</capacity><target><format type='qcow2'/></target>"
                    + "<backingStore><path>" + folder.resolve("v.qcow2") + "</path><format type='qcow2'/></backingStore></volume>").await();
            ApplyPlan used = plan(ApplyRequest.volume(larger.replace("'MiB'>128", "'MiB'>256"), pool.uuid()));
            assertEquals(Decision.NONE, used.obstacles().getFirst().decision(), "an image builds on it");
            assertThrows(VirtException.class, () -> apply.apply(used, Set.of(Decision.values())).await());
            assertEquals(128 * MIB, volume.summary().await().capacity());
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void networksAndSecretsGoTheSameWay() {
        Applied network = apply.apply(plan(ApplyRequest.document(DocumentKind.NETWORK,
                "<network><name>apart</name><bridge name='vwb-apart'/></network>")), NONE).await();
        Applied secret = apply.apply(plan(ApplyRequest.document(DocumentKind.SECRET, "<secret ephemeral='no' private='yes'>"
                + "<usage type='ceph'><name>one for tests</name></usage></secret>")), NONE).await();
        try {
            assertEquals(List.of(), network.dropped());
            assertEquals(List.of(), secret.dropped());
            ApplyPlan again = plan(ApplyRequest.document(DocumentKind.SECRET, "<secret ephemeral='no' private='yes'>"
                    + "<description>what for</description><usage type='ceph'><name>one for tests</name></usage></secret>"));
            assertEquals(List.of("description: added, what for"), words(again));
            assertEquals(secret.uuid(), apply.apply(again, NONE).await().uuid());
            ApplyPlan bridge = plan(ApplyRequest.document(DocumentKind.NETWORK,
                    "<network><name>apart</name><bridge name='vwb-other'/></network>"));
            assertEquals(List.of("bridge name: vwb-apart → vwb-other"), words(bridge));
            assertEquals(List.of(), apply.apply(bridge, NONE).await().altered());
        } finally {
            host.secrets().undefine(secret.uuid()).await();
            host.networks().network(network.uuid(), network.name()).undefine().await();
        }
    }

    @Test
    void whoMayOnlyReadIsToldSoAndChangesNothing() {
        Pool pool = host.pools().define(RealPoolsTest.dirPool("guarded", daemon.folder().resolve("guarded")), true).await();
        Domain domain = define(domain("guarded", ""));
        Host reader = engine.add(daemon.uri() + "-ro");
        try {
            RealHost.connect(reader);
            Apply reading = new Apply(reader, LANGUAGE);
            String before = pool.xml(true).await();
            ApplyPlan plan = reading.plan(ApplyRequest.document(DocumentKind.STORAGE_POOL,
                    before.replace("/guarded<", "/elsewhere<"))).await();
            assertEquals(1, plan.changes().size());
            VirtException denied = assertThrows(VirtException.class, () -> reading.apply(plan, NONE).await());
            assertEquals(ErrorCode.OPERATION_DENIED, denied.code());
            assertEquals(before, pool.xml(true).await());
            String xml = domain.xml(true, false).await();
            VirtException secret = assertThrows(VirtException.class,
                    () -> reading.plan(ApplyRequest.document(DocumentKind.DOMAIN, xml)).await());
            assertEquals(ErrorCode.OPERATION_DENIED, secret.code());
            assertEquals("guarded", secret.object(), "told of what is applied, not of the step that failed");
        } finally {
            engine.remove(reader);
            pool.undefine().await();
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void whatWasAppliedIsPutBackWithThePasswordOfToday() throws IOException {
        Domain domain = define(domain("history", "<graphics type='vnc' passwd='gestern'/>"));
        History history = new History(daemon.folder().resolve("history"), 10);
        try {
            String opened = domain.xml(true, true).await();
            HistoryEntry entry = history.add(apply.apply(plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    opened.replace(">1</vcpu>", ">2</vcpu>").replace("gestern", "heute"))), NONE).await());
            assertTrue(domain.xml(true, true).await().contains(">2</vcpu>"));
            ApplyPlan back = plan(history.entries(entry.uri(), domain.uuid(), "history").getFirst().putBack().orElseThrow());
            assertEquals(List.of("vcpu: 2 → 1"), words(back));
            apply.apply(back, NONE).await();
            assertEquals(opened.replace("gestern", "heute"), domain.xml(true, true).await());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    private static ApplyPlan plan(ApplyRequest request) {
        var job = apply.plan(request);
        ApplyPlan plan = job.await();
        assertEquals(JobState.DONE, job.state());
        return plan;
    }

    private static Domain define(String xml) {
        return host.domains().define(xml, true).await();
    }

    static String domain(String name, String devices) {
        return "<domain type='qemu'><name>" + name + "</name><memory unit='KiB'>65536</memory><vcpu>1</vcpu>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>" + devices + "</devices></domain>";
    }

    private static List<String> words(ApplyPlan plan) {
        return sentences(plan.changes().stream().map(PlannedChange::change).toList());
    }

    private static List<String> sentences(List<Change> changes) {
        return changes.stream().map(change -> change.message().in(Locale.ENGLISH)).toList();
    }
}
