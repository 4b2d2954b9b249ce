package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Effect;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.DiskOrder;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.drafts.DiskEdits;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The disks of a bus stand in the order of their names, whatever a document says; they move by having each other's. */
class RealDiskOrderTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Apply apply;
    private Domain guest;

    @BeforeEach
    void begin() {
        apply = new Apply(on.host(), RealApplyTest.LANGUAGE);
        for (String name : List.of("a", "b", "c")) {
            on.images().create(new NewImage(on.path(name), "qcow2"), MIB).await();
        }
    }

    private void define(String bus, String prefix) {
        guest = on.host().domains().define(RealDomainsTest.domain("guest", "<controller type='scsi' model='virtio-scsi'/>"
                + disk("c", bus, prefix + "c", "") + disk("b", bus, prefix + "b", "")
                + disk("a", bus, prefix + "a", "<serial>SERIAL-A</serial><boot order='1'/>")), true).await();
    }

    private static String disk(String image, String bus, String target, String more) {
        return "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='" + on.path(image) + "'/><target dev='" + target
                + "' bus='" + bus + "'/>" + more + "</disk>";
    }

    @AfterEach
    void clear() {
        guest.undefine(Set.of()).await();
    }

    /** Names with images, in libvirt's order. */
    private List<String> disks(boolean inactive) {
        return guest.disks(inactive).await().stream().map(disk -> disk.target() + " " + disk.source().replaceAll(".*/", "")).toList();
    }

    private Map<String, String> addresses() {
        return XmlTree.parse(guest.xml(true, false).await()).elements().stream().filter(element -> element.name().equals("disk"))
                .collect(Collectors.toMap(disk -> disk.element("target").orElseThrow().value("dev"), RealDiskOrderTest::address));
    }

    private static String address(XmlElement disk) {
        return disk.element("address").orElseThrow().source();
    }

    private ApplyPlan exchanging(String one, String other) {
        String opened = guest.xml(true, false).await();
        String text = TextEdit.apply(opened, new DiskEdits(XmlTree.parse(opened)).exchange(one, other));
        return apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, text).openedAs(opened).keepingSecrets()).await();
    }

    @Test
    void aDiskMovesBeforeItsNeighbourAndBackWithAllButNameAndAddress() {
        define("virtio", "vd");
        assertEquals(List.of("vda a", "vdb b", "vdc c"), disks(true), "not the order of the document");
        String before = guest.xml(true, false).await();
        Map<String, String> addresses = addresses();
        Disk second = guest.disks(true).await().get(1);
        assertEquals("vda", new DiskOrder(guest.disks(true).await()).before(second).orElseThrow().target());
        apply.apply(exchanging("vdb", "vda"), Set.of()).await();
        assertEquals(List.of("vda b", "vdb a", "vdc c"), disks(true));
        assertEquals(addresses, addresses(), "each name keeps its place for the guest");
        String moved = new DiskEdits(XmlTree.parse(guest.xml(true, false).await())).xml("vdb").orElseThrow();
        assertTrue(moved.contains("SERIAL-A") && moved.contains("<boot order='1'/>"), moved);
        apply.apply(exchanging("vda", "vdb"), Set.of()).await();
        assertEquals(before, guest.xml(true, false).await());
    }

    @Test
    void aRunningDomainHasItFromItsNextStartOn() {
        define("scsi", "sd");
        guest.start().await();
        ApplyPlan plan = exchanging("sdb", "sdc");
        assertEquals(List.of(), plan.live());
        assertTrue(plan.changes().stream().allMatch(change -> change.effect() == Effect.AT_NEXT_START), () -> plan.changes().toString());
        apply.apply(plan, Set.of()).await();
        assertEquals(List.of("sda a", "sdb b", "sdc c"), disks(false));
        guest.destroy().await();
        guest.start().await();
        assertEquals(List.of("sda a", "sdb c", "sdc b"), disks(false));
        guest.destroy().await();
    }
}
