package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.engine.drafts.DomainDraft.Devices;
import dev.virtworkbench.engine.drafts.DomainDraft.Graphics;
import dev.virtworkbench.engine.drafts.DomainDraft.Image;
import dev.virtworkbench.engine.drafts.DomainDraft.Nic;
import dev.virtworkbench.engine.facts.Guest;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Domains of every choice that is offered are taken by libvirt's schema. */
class DomainDraftTest {

    private static final long GIB = 1L << 30;
    private static final Guest PC = new Guest("hvm", "x86_64", List.of("pc", "q35"), List.of("kvm", "qemu"));
    private static final Guest ARM = new Guest("hvm", "aarch64", List.of("virt"), List.of("qemu"));
    private static final Guest SIMULATED = new Guest("hvm", "i686", List.of(), List.of("test"));

    @Test
    void libvirtTakesEveryChoice() {
        List<Image> images = List.of(new Image.Path("/srv/a.qcow2", "qcow2"), new Image.Path("/dev/vg/a", "raw"),
                new Image.InPool("images", "a.qcow2", "qcow2"));
        List<Nic> nics = List.of(new Nic.None(), new Nic.OfUser(), new Nic.OfNetwork("default"));
        for (Guest guest : List.of(PC, ARM, SIMULATED)) {
            for (String type : guest.domainTypes()) {
                for (Image image : images) {
                    for (Nic nic : nics) {
                        for (Graphics graphics : Graphics.values()) {
                            DomainDraft draft = new DomainDraft("a", GIB, 2, guest, type, guest.hasUefi() ? Firmware.UEFI : Firmware.MACHINE, image, nic, graphics);
                            assertEquals(List.of(), Judged.errors(DocumentKind.DOMAIN, draft.xml()));
                            DomainDraft usual = new DomainDraft("a", GIB, 2, guest, type, guest.hasUefi() ? Firmware.UEFI : Firmware.MACHINE, image, nic, graphics, Devices.USUAL);
                            assertEquals(List.of(), Judged.errors(DocumentKind.DOMAIN, usual.xml()));
                        }
                    }
                }
            }
        }
    }

    @Test
    void namesComeThroughAsTheyWereStated() {
        for (String name : Judged.ODD_NAMES) {
            XmlElement domain = root(new DomainDraft(name, GIB, 1, PC, "kvm", Firmware.MACHINE, new Image.InPool(name, name, "raw"),
                    new Nic.OfNetwork(name), Graphics.NONE));
            assertEquals(name, domain.element("name").orElseThrow().text());
            XmlElement devices = domain.element("devices").orElseThrow();
            XmlElement source = devices.element("disk").orElseThrow().element("source").orElseThrow();
            assertEquals(name, source.value("pool"));
            assertEquals(name, source.value("volume"));
            assertEquals(name, devices.element("interface").orElseThrow().element("source").orElseThrow().value("network"));
        }
    }

    @Test
    void aMachineOfItsArchitectureIsChosen() {
        assertEquals("q35", machine(PC));
        assertEquals("virt", machine(ARM));
        assertEquals("", machine(SIMULATED));
    }

    @Test
    void memoryIsStatedWithItsUnit() {
        XmlElement memory = root(domain(PC)).element("memory").orElseThrow();
        assertEquals("1 GiB", memory.text() + ' ' + memory.value("unit"));
        assertTrue(root(domain(SIMULATED)).element("cpu").isEmpty());
    }

    private static String machine(Guest guest) {
        return root(domain(guest)).element("os").orElseThrow().element("type").orElseThrow().value("machine");
    }

    private static DomainDraft domain(Guest guest) {
        return new DomainDraft("a", GIB, 1, guest, guest.domainTypes().getFirst(), Firmware.MACHINE, new Image.Path("/srv/a", "raw"),
                new Nic.None(), Graphics.VNC);
    }

    private static XmlElement root(DomainDraft draft) {
        return XmlTree.parse(draft.xml()).root().orElseThrow();
    }
}
