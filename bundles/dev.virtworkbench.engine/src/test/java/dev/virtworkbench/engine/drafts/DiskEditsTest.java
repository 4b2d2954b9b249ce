package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                edited(DOMAIN, edits -> edits.medium("sda", Optional.of("/srv/it's & new.iso"))));
        String empty = edited(DOMAIN, edits -> edits.medium("sda", Optional.empty()));
        assertEquals(DOMAIN.replace("      <source file='/srv/old.iso'/>\n", ""), empty);
        assertEquals(Optional.empty(), new DiskEdits(XmlTree.parse(empty)).source("sda"));
        String device = edited(empty, edits -> edits.medium("sda", Optional.of("/dev/sr0")));
        assertEquals(Optional.of("/dev/sr0"), new DiskEdits(XmlTree.parse(device)).source("sda"));
        assertEquals("block", XmlTree.parse(device).elements().stream().filter(element -> element.name().equals("disk")).skip(1).findFirst()
                .orElseThrow().value("type"));
    }

    @Test
    void theOrderOfDisksReplacesThatOfKinds() {
        String network = "<interface type='user'>%s\n    </interface>\n  </devices>";
        String before = DOMAIN.replace("  </devices>", "    " + network.formatted("\n      <boot order='1'/>"));
        String ordered = edited(before, edits -> edits.bootOrder(List.of("sda", "vda")));
        assertEquals(DOMAIN.replace("  </devices>", "    " + network.formatted("")).replaceAll("    <boot dev='(hd|cdrom)'/>\n", "")
                .replace("<target dev='vda' bus='virtio'/>", "<target dev='vda' bus='virtio'/>\n      <boot order='2'/>")
                .replace("<readonly/>", "<readonly/>\n      <boot order='1'/>"), ordered);
        String again = edited(ordered, edits -> edits.bootOrder(List.of("vda")));
        assertEquals(ordered.replace("\n      <boot order='1'/>", "").replace("order='2'", "order='1'"), again);
    }

    @Test
    void menuDriverAndFlagsAreSetInPlace() {
        String menu = edited(DOMAIN, edits -> edits.bootMenu(true, 3000));
        assertEquals(DOMAIN.replace("<boot dev='cdrom'/>", "<boot dev='cdrom'/>\n    <bootmenu enable='yes' timeout='3000'/>"), menu);
        assertEquals(menu.replace("enable='yes' timeout='3000'", "enable='no'"), edited(menu, edits -> edits.bootMenu(false, 0)));
        String cache = edited(DOMAIN, edits -> edits.driver("vda", "cache", "none"));
        assertEquals(DOMAIN.replace("<driver name", "<driver cache='none' name"), cache);
        assertEquals(cache.replace("'none'", "'writeback'"), edited(cache, edits -> edits.driver("vda", "cache", "writeback")));
        assertEquals(DOMAIN.replace("<source file='/srv/old.iso'/>\n      <target dev='sda' bus='sata'/>\n      <readonly/>",
                "<source file='/srv/old.iso'/>\n      <target dev='sda' bus='sata'/>\n      <readonly/>\n      <driver name='qemu' discard='unmap'/>"),
                edited(DOMAIN, edits -> edits.driver("sda", "discard", "unmap")));
        String shared = edited(DOMAIN, edits -> edits.flag("vda", "shareable", true));
        assertEquals(DOMAIN, edited(shared, edits -> edits.flag("vda", "shareable", false)));
    }
}
