package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DiskEditsTest {

    private static final String DOMAIN = """
            <domain type='kvm'>
              <name>web</name>
              <memory>1048576</memory>
              <os>
                <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
                <boot dev='hd'/>
                <boot dev='cdrom'/>
              </os>
              <devices>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='/srv/a.img'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <disk type='file' device='cdrom'>
                  <source file='/srv/old.iso'/>
                  <target dev='sda' bus='sata'/>
                  <readonly/>
                </disk>
              </devices>
            </domain>
            """;

    private static final DiskSettings FULL = new DiskSettings(DiskSource.ofPath("/srv/a.img"), "disk", "virtio", "vda", "raw", "none", "native", "unmap",
            "unmap", 0, "A 1", true, true);

    private static String edited(String domain, Function<DiskEdits, List<TextEdit>> edit) {
        String after = TextEdit.apply(domain, edit.apply(new DiskEdits(XmlTree.parse(domain))));
        assertEquals(List.of(), Judged.errors(DocumentKind.DOMAIN, after));
        return after;
    }

    @Test
    void aDiskIsTakenOutAndNothingElse() {
        assertEquals(DOMAIN.replaceAll("(?s)    <disk type='file' device='cdrom'>.*?</disk>\n", ""), edited(DOMAIN, edits -> edits.detach("sda")));
        assertEquals(DOMAIN, edited(DOMAIN, edits -> edits.detach("vdz")));
    }

    @Test
    void aDriveGetsAnotherMediumOrNone() {
        assertEquals(DOMAIN.replace("/srv/old.iso", "/srv/it&apos;s &amp; new.iso"),
                edited(DOMAIN, edits -> edits.medium("sda", DiskSource.ofPath("/srv/it's & new.iso"), "raw")));
        String empty = edited(DOMAIN, edits -> edits.medium("sda", DiskSource.NONE, ""));
        assertEquals(DOMAIN.replace("      <source file='/srv/old.iso'/>\n", ""), empty);
        assertEquals(Optional.empty(), new DiskEdits(XmlTree.parse(empty)).source("sda"));
        String device = edited(empty, edits -> edits.medium("sda", DiskSource.ofPath("/dev/sr0"), "raw"));
        assertEquals(Optional.of("/dev/sr0"), new DiskEdits(XmlTree.parse(device)).source("sda"));
        assertEquals("block", XmlTree.parse(device).elements().stream().filter(element -> element.name().equals("disk")).skip(1).findFirst()
                .orElseThrow().value("type"));
        String volume = edited(DOMAIN.replace("<disk type='file' device='cdrom'>", "<disk type='file' device='cdrom'><driver name='qemu' type='raw'/>"),
                edits -> edits.medium("sda", new DiskSource("volume", List.of("pool", "isos", "volume", "new.qcow2")), "qcow2"));
        assertTrue(volume.contains("<disk type='volume' device='cdrom'><driver name='qemu' type='qcow2'/>")
                && volume.contains("<source pool='isos' volume='new.qcow2'/>"), volume);
    }

    @Test
    void allOfADiskIsSetInPlaceAndTheSameSettingsChangeNothing() {
        DiskSettings before = settings(DOMAIN, "vda");
        assertEquals(DOMAIN, edited(DOMAIN, edits -> edits.set("vda", before)));
        String after = edited(DOMAIN, edits -> edits.set("vda", FULL));
        assertEquals(FULL, settings(after, "vda"));
        assertTrue(after.contains("<source file='/srv/a.img'/>") && after.contains("<serial>A 1</serial>"), after);
        assertEquals(DOMAIN, edited(after, edits -> edits.set("vda", before)));
    }

    @Test
    void onAnotherBusItGetsAnotherAddress() {
        String address = "<address type='pci' domain='0x0000' bus='0x04' slot='0x00' function='0x0'/>";
        String domain = DOMAIN.replace("<target dev='vda' bus='virtio'/>", "<target dev='vda' bus='virtio'/>\n      " + address);
        DiskSettings now = settings(domain, "vda");
        String moved = edited(domain, edits -> edits.set("vda", new DiskSettings(now.source(), "disk", "scsi", "sdb", "qcow2", "", "", "", "", 0, "",
                false, false)));
        assertEquals(DOMAIN.replace("<target dev='vda' bus='virtio'/>", "<target dev='sdb' bus='scsi'/>"), moved);
    }

    @Test
    void disksThatChangePlacesKeepAllButNameAndAddress() {
        String address = "\n      <address type='drive' controller='0' bus='0' target='0' unit='%d'/>";
        String second = "    <disk type='file' device='disk'>\n      <source file='/srv/b.img'/>\n      <target dev='sdb' bus='sata'/>\n"
                + "      <serial>B</serial>%s\n    </disk>\n";
        String domain = DOMAIN.replace("<readonly/>", "<readonly/>" + address.formatted(0))
                .replace("  </devices>", second.formatted(address.formatted(1)) + "  </devices>");
        String after = edited(domain, edits -> edits.exchange("sdb", "sda"));
        assertEquals(domain.replace("'sda'", "'x'").replace("'sdb'", "'sda'").replace("'x'", "'sdb'")
                .replace("unit='0'", "unit='x'").replace("unit='1'", "unit='0'").replace("unit='x'", "unit='1'"), after);
        assertEquals(domain, edited(after, edits -> edits.exchange("sda", "sdb")));
        String unplaced = domain.replace(address.formatted(1), "");
        DiskEdits exchanged = new DiskEdits(XmlTree.parse(edited(unplaced, edits -> edits.exchange("sda", "sdb"))));
        assertTrue(exchanged.xml("sda").orElseThrow().contains("unit='0'"), exchanged.document()::text);
        assertTrue(!exchanged.xml("sdb").orElseThrow().contains("<address"), exchanged.document()::text);
        assertEquals(domain, edited(domain, edits -> edits.exchange("sda", "sdx")));
    }

    @Test
    void aNewDiskIsWrittenAsItIsRead() {
        DiskSettings disk = new DiskSettings(DiskSource.ofPath("/srv/it's.raw"), "disk", "virtio", "vdb", "raw", "none", "native", "unmap", "unmap", 0,
                "serial-2", true, true);
        String after = TextEdit.apply(DOMAIN, List.of(new DiskEdits(XmlTree.parse(DOMAIN)).attach(disk).orElseThrow()));
        assertEquals(List.of(), Judged.errors(DocumentKind.DOMAIN, after));
        assertEquals(disk, settings(after, "vdb"));
        assertEquals(DOMAIN, edited(after, edits -> edits.detach("vdb")));
    }

    private static DiskSettings settings(String domain, String target) {
        return DiskSettings.of(XmlTree.parse(domain), target).orElseThrow();
    }
}
