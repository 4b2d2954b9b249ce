package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Effect;
import dev.virtworkbench.engine.apply.LiveChange;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.drafts.BootEdits;
import dev.virtworkbench.engine.drafts.BootSettings;
import dev.virtworkbench.engine.drafts.DiskEdits;
import dev.virtworkbench.engine.drafts.DiskSource;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applying the document of a domain that runs, and cancelling while it is applied. */
class RealRunningApplyTest {

    private PrivateLibvirtd daemon;
    private Engine engine;
    private Host host;
    private Domain domain;
    private final List<Applied> told = new ArrayList<>();
    private Apply apply;

    @BeforeEach
    void start() throws IOException {
        daemon = PrivateLibvirtd.start();
        engine = new Engine(Credentials.NONE);
        host = engine.add(daemon.uri());
        RealHost.connect(host);
        apply = new Apply(host, RealApplyTest.LANGUAGE, told::add);
        domain = host.domains().define(RealApplyTest.domain("running", ""), true).await();
        domain.start().await();
    }

    @AfterEach
    void stop() throws IOException {
        if (daemon != null) {
            domain.destroy().await();
            engine.close();
            daemon.close();
        }
    }

    private ApplyPlan planWith(String device) {
        String opened = domain.xml(true, true).await();
        return apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, opened.replace("</devices>", device + "</devices>")
                .replace("</name>", "</name><title>t</title>")).openedAs(opened)).await();
    }

    private ApplyPlan edit(Domain edited, Function<DiskEdits, List<TextEdit>> edit) {
        String opened = edited.xml(true, true).await();
        String text = TextEdit.apply(opened, edit.apply(new DiskEdits(XmlTree.parse(opened))));
        return apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, text).openedAs(opened)).await();
    }

    private String live() {
        return domain.xml(false, false).await();
    }

    @Test
    void itGetsADiskAtOnceOrAtItsNextStart() throws IOException {
        Path image = Files.write(daemon.folder().resolve("extra disk.img"), new byte[1 << 20]);
        ApplyPlan plan = planWith("<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + image
                + "'/><target dev='vdb' bus='virtio'/></disk>");
        assertTrue(plan.changes().stream().allMatch(change -> change.effect() == Effect.AT_NEXT_START));
        assertEquals(List.of("ATTACH disk vdb"), plan.live().stream().map(LiveChange::toString).toList());
        Applied applied = apply.apply(plan, Set.of()).await();
        assertEquals(List.of(applied), told);
        assertFalse(live().contains("vdb"));
        apply.makeLive(plan, plan.live().getFirst(), applied).await();
        assertTrue(live().contains("vdb"));
    }

    @Test
    void aDriveGetsAnotherMediumAtOnceAndDisksTheirOrderAtTheNextStart() throws IOException {
        Path disk = Files.write(daemon.folder().resolve("disk.img"), new byte[1 << 20]);
        Path first = Files.write(daemon.folder().resolve("first.iso"), new byte[1 << 16]);
        Path second = Files.write(daemon.folder().resolve("it's the second.iso"), new byte[1 << 16]);
        Domain drives = host.domains().define(RealApplyTest.domain("drives", "<disk type='file' device='disk'><source file='" + disk
                + "'/><target dev='vda' bus='virtio'/></disk><disk type='file' device='cdrom'><source file='" + first
                + "'/><target dev='sda' bus='sata'/><readonly/></disk>"), true).await();
        drives.start().await();
        try {
            ApplyPlan medium = edit(drives, edits -> edits.medium("sda", DiskSource.ofPath(second.toString()), "raw"));
            Applied applied = apply.apply(medium, Set.of()).await();
            assertEquals(List.of("UPDATE disk sda"), medium.live().stream().map(LiveChange::toString).toList());
            apply.makeLive(medium, medium.live().getFirst(), applied).await();
            assertEquals(second.toString(), new DiskEdits(XmlTree.parse(drives.xml(false, false).await())).source("sda").orElseThrow());
            String opened = drives.xml(true, true).await();
            List<BootSettings.Device> devices = BootSettings.devices(XmlTree.parse(opened));
            String ordered = TextEdit.apply(opened, new BootEdits(XmlTree.parse(opened)).order(List.of(devices.get(1), devices.get(0))));
            apply.apply(apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, ordered).openedAs(opened)).await(), Set.of()).await();
            String next = drives.xml(true, false).await();
            assertTrue(next.contains("<boot order='1'/>") && next.contains("<boot order='2'/>") && !next.contains("<boot dev"), next);
        } finally {
            drives.destroy().await();
            drives.undefine(Set.of()).await();
        }
    }

    @Test
    void anInterfaceGetsTheAddressThatLibvirtGaveIt() {
        ApplyPlan plan = planWith("<interface type='user'><model type='virtio'/></interface>"
                + "<interface type='user'><model type='e1000'/></interface>");
        assertEquals(2, plan.live().size(), () -> plan.live().toString());
        Applied applied = apply.apply(plan, Set.of()).await();
        apply.makeLive(plan, plan.live().getLast(), applied).await();
        assertTrue(live().contains("'e1000'") && !live().contains("<model type='virtio'/>"), this::live);
        String address = live().replaceAll("(?s).*<mac address='([^']+)'.*", "$1");
        assertTrue(domain.xml(true, false).await().contains(address), "the same address now and at the next start");
    }

    @Test
    void thatATransientDomainBecomesPersistentIsSaid() {
        assertTrue(planWith("").notes().isEmpty(), "it is defined");
        Domain transientOne = host.domains().createTransient(RealApplyTest.domain("for now", ""), true).await();
        ApplyPlan plan = apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, transientOne.xml(true, true).await())).await();
        assertTrue(plan.notes().getFirst().in(Locale.ENGLISH).contains("‘for now’ is transient"), () -> plan.notes().toString());
        transientOne.destroy().await();
    }

    @Test
    void whatLibvirtIsAskedToDefineIsNotCancelledAndTold() {
        ApplyPlan plan = planWith("");
        List<Boolean> cancelled = new ArrayList<>();
        List<Job<?>> applying = new ArrayList<>();
        JobListener impatient = job -> {
            if (job.operation() == Operation.APPLY) {
                applying.add(job);
            } else if (job.operation() == Operation.DOMAIN_DEFINE && !job.state().finished()) {
                cancelled.add(job.cancel() || applying.getLast().cancel());
            }
        };
        engine.jobs().addListener(impatient);
        Job<Applied> job = apply.apply(plan, Set.of());
        Applied applied = job.await();
        engine.jobs().removeListener(impatient);
        assertTrue(!cancelled.isEmpty() && !cancelled.contains(true), cancelled::toString);
        assertEquals(JobState.DONE, job.state());
        assertEquals(List.of(applied), told);
        assertTrue(domain.xml(true, false).await().contains("<title>t</title>"));
    }
}
