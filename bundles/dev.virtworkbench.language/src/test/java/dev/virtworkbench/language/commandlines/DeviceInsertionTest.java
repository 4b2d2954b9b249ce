package dev.virtworkbench.language.commandlines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceInsertionTest {

    private static final String DISK = "<disk>\n  <target dev='vdb'/>\n</disk>\n";

    @Test
    void behindTheLastOfItsKind() {
        assertEquals("""
                <domain>
                  <devices>
                    <disk/>
                    <disk>
                      <target dev='vdb'/>
                    </disk>
                    <video/>
                  </devices>
                </domain>
                """, inserted("""
                <domain>
                  <devices>
                    <disk/>
                    <video/>
                  </devices>
                </domain>
                """, "disk"));
    }

    @Test
    void theFirstDiskBehindTheEmulatorAndTheFirstOfAnotherKindBehindAll() {
        String domain = "<domain>\n  <devices>\n    <emulator>/x</emulator>\n    <video/>\n  </devices>\n</domain>\n";
        assertEquals(domain.replace("</emulator>", "</emulator>\n    <disk>\n      <target dev='vdb'/>\n    </disk>"), inserted(domain, "disk"));
        assertEquals(domain.replace("<video/>", "<video/>\n    <disk>\n      <target dev='vdb'/>\n    </disk>"), inserted(domain, "interface"));
    }

    @Test
    void intoNoDevicesAtAll() {
        String disk = "\n    <disk>\n      <target dev='vdb'/>\n    </disk>";
        assertEquals("<domain>\n  <devices>" + disk + "\n  </devices>\n</domain>", inserted("<domain>\n  <devices/>\n</domain>", "disk"));
        assertEquals("<domain>\n  <devices>" + disk + "\n  </devices>\n</domain>", inserted("<domain>\n  <devices>\n  </devices>\n</domain>", "disk"));
        assertEquals(Optional.empty(), DeviceInsertion.of(XmlTree.parse("<domain/>"), "disk", DISK));
        assertEquals(Optional.empty(), DeviceInsertion.of(XmlTree.parse("<pool><devices/></pool>"), "disk", DISK));
        assertEquals(Optional.empty(), DeviceInsertion.of(XmlTree.parse("virsh"), "disk", DISK));
    }

    private static String inserted(String domain, String element) {
        return TextEdit.apply(domain, List.of(DeviceInsertion.of(XmlTree.parse(domain), element, DISK).orElseThrow()));
    }
}
