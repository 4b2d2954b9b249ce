package dev.virtworkbench.language.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class UsageTest {

    private final Usage usage = new Usage("""
            # a comment
            domain/devices/disk
             @type file 7 block 3
             attributes type 10
             elements source 9 readonly 2
             order source 1 target 2 readonly 3
            domain/devices/disk/source
             attributes file 7 dev 2
            domain/devices/filesystem/source
             attributes dir 5 file 1
            domain/on_crash
             text destroy 4 restart 3
            domainsnapshot/disks/disk
             order driver 1 source 2
            """);

    @Test
    void aPathIsAnsweredWithTheMostUsedFirst() {
        List<String> disk = List.of("domain", "devices", "disk");

        assertEquals("{source=9, readonly=2}", usage.elements(disk).toString());
        assertEquals("{type=10}", usage.attributes(disk).toString());
        assertEquals("{file=7, block=3}", usage.values(disk, Optional.of("type")).toString());
        assertEquals("{destroy=4, restart=3}",
                usage.values(List.of("domain", "on_crash"), Optional.empty()).toString());
    }

    @Test
    void aFragmentIsAnsweredLikeItsPlaceInTheDocument() {
        assertEquals(Map.of("source", 9, "readonly", 2), usage.elements(List.of("disk")));
        assertEquals(Map.of("file", 7, "dev", 2), usage.attributes(List.of("disk", "source")));
    }

    @Test
    void aPathThatNobodyUsedIsAnsweredByItsLongestKnownSuffix() {
        assertEquals(Map.of("file", 7, "dev", 2),
                usage.attributes(List.of("domainsnapshot", "disks", "disk", "source")));
        assertEquals("{file=8, dir=5, dev=2}",
                usage.attributes(List.of("domain", "os", "nvram", "source")).toString());
    }

    @Test
    void nothingIsKnownAboutWhatNobodyUses() {
        assertEquals(Map.of(), usage.elements(List.of("domain", "devices", "hub")));
        assertEquals(Map.of(), usage.values(List.of("disk"), Optional.of("device")));
    }

    @Test
    void childrenAreToldInTheOrderThatDocumentsHave() {
        assertEquals(List.of("source", "target", "readonly"), usage.order(List.of("domain", "devices", "disk")));
        assertEquals(List.of("source", "target", "readonly"), usage.order(List.of("disk")));
        assertEquals(List.of(), usage.order(List.of("domain", "devices", "hub")));
    }

    @Test
    void whatIsPackedKnowsWhatIsUsual() {
        List<String> disk = List.of("domain", "devices", "disk");

        assertEquals("target", Usage.packed().elements(disk).keySet().iterator().next());
        assertTrue(Usage.packed().values(disk, Optional.of("type")).containsKey("network"));
        assertTrue(Usage.packed().elements(List.of("pool")).containsKey("source"));
        assertTrue(Usage.packed().elements(List.of("volume")).containsKey("capacity"));
        assertTrue(Usage.packed().elements(List.of("network")).containsKey("bridge"));
    }

    @Test
    void aDocumentCountsOnceAndOnlyValuesOfTheSchemaCount() throws Exception {
        UsageCounter counter = new UsageCounter(Set.of("file", "destroy"));
        for (int i = 0; i < 2; i++) {
            counter.count(root("""
                    <domain xmlns:qemu='urn:q' type='private'>
                      <on_crash>destroy</on_crash>
                      <disk type='file'/>
                      <disk type='file'/>
                      <metadata><secret-project/></metadata>
                    </domain>"""));
        }
        counter.count(root("<domain><on_reboot>destroy</on_reboot></domain>"));
        counter.count(root("<project><disk type='file'/></project>"));

        assertEquals("""
                # Documents of libvirt's test suite that use it: UsageCounter.
                domain
                 attributes type 2
                 elements disk 2 metadata 2 on_crash 2
                 order on_crash 1 disk 2 metadata 3 on_reboot 4
                domain/disk
                 @type file 2
                 attributes type 2
                domain/on_crash
                 text destroy 2
                """, counter.result());
    }

    private static Element root(String xml) throws SAXException, IOException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }
}
