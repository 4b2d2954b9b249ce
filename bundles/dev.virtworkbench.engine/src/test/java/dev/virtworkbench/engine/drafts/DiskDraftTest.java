package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskDraftTest {

    private static final String DOMAIN = """
            <domain type='kvm'>
              <name>web</name>
              <memory>1048576</memory>
              <os>
                <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
              </os>
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>
                <disk type='file' device='disk'>
                  <source file='/srv/a.img'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <input type='tablet' bus='usb'/>
              </devices>
            </domain>
            """;

    @Test
    void aVolumeBecomesTheNextDisk() throws SchemaException {
        String disk = """
                    <disk type='volume' device='disk'>
                      <driver name='qemu' type='qcow2'/>
                      <source pool='images' volume='b.qcow2'/>
                      <target dev='vdb' bus='virtio'/>
                    </disk>
                """;
        assertEquals(DOMAIN.replace("    <input", disk + "    <input"), with(DOMAIN, "dir", "b.qcow2", "qcow2"));
    }

    @ParameterizedTest
    @CsvSource({
        "dir,      it's <&>.img, raw,   <source pool='images' volume='it&apos;s &lt;&amp;&gt;.img'/>",
        "logical,  lv,           '',    <source pool='images' volume='lv'/>",
        "mpath,    dm-1,         '',    <source file='/dev/x'/>",
        "rbd,      rbd1,         raw,   '<source protocol=''rbd'' name=''/dev/x''/>'",
        "dir,      fedora.iso,   iso,   <target dev='sda' bus='sata'/>",
        "dir,      a,            ext4,  <driver name='qemu' type='raw'/>",
    })
    void eachPoolAndFormatGivesAValidDisk(String pool, String volume, String format, String expected) throws SchemaException {
        String edited = with(DOMAIN, pool, volume, format);
        assertTrue(edited.contains(expected), edited);
    }

    @ParameterizedTest
    @CsvSource({"sda sata, sdb sata, sdc", "vda virtio, hda ide, vdb", "hda ide, hdc ide, hdb", "vda virtio, vdb virtio, vdc"})
    void theBusIsThatOfTheOthers(String first, String second, String target) throws SchemaException {
        String domain = DOMAIN.replaceAll("(?s)<disk.*</disk>", disk(first) + disk(second));
        assertTrue(with(domain, "dir", "b.qcow2", "qcow2").contains("<target dev='" + target + "'"));
    }

    @Test
    void afterVdzComesVdaa() throws SchemaException {
        StringBuilder disks = new StringBuilder();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            disks.append(disk("vd" + letter + " virtio"));
        }
        assertTrue(with(DOMAIN.replaceAll("(?s)<disk.*</disk>", disks.toString()), "dir", "b", "raw").contains("dev='vdaa'"));
    }

    @Test
    void onlyADomainWithDevicesTakesOne() {
        assertEquals(Optional.empty(), draft("dir", "b", "raw").in(XmlTree.parse("<pool/>")));
        assertEquals(Optional.empty(), draft("dir", "b", "raw").in(XmlTree.parse("<domain/>")));
    }

    private static String disk(String targetAndBus) {
        String[] words = targetAndBus.split(" ");
        return "<disk type='file' device='disk'><source file='/" + words[0] + "'/><target dev='" + words[0] + "' bus='" + words[1]
                + "'/></disk>";
    }

    private static String with(String domain, String pool, String volume, String format) throws SchemaException {
        TextEdit edit = draft(pool, volume, format).in(XmlTree.parse(domain)).orElseThrow();
        String edited = TextEdit.apply(domain, List.of(edit));
        LibvirtLanguage language = new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), Runnable::run));
        assertEquals(List.of(), language.read("", edited).orElseThrow().findings(WorkspaceFacts.NONE));
        return edited;
    }

    private static DiskDraft draft(String pool, String volume, String format) {
        return new DiskDraft(new PoolSummary(new UUID(0, 1), "images", pool, PoolState.RUNNING, false, true, 0, 0, 0, "/srv"),
                new VolumeSummary(volume, "key", "/dev/x", "file", 1, 1, format == null ? "" : format, "", ""));
    }
}
