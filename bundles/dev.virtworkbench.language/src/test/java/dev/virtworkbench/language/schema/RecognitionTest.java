package dev.virtworkbench.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.schema.DocumentType.Document;
import dev.virtworkbench.language.schema.DocumentType.Fragment;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

    private static Optional<DocumentType> recognize(String text, String path) {
        return Recognition.of(XmlTree.parse(text), path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "domain ~ <domain type='kvm'>",
        "domain ~ <domain><name>x</name>",
        "domain ~ <domain><memroy>1</memroy>",
        "domain ~ <domain xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>",
        "storagepool ~ <pool type='dir'>",
        "storagepool ~ <pool><nmae>x</nmae>",
        "storagevol ~ <volume><name>x</name><capacity",
        "network ~ <network><name>x</name>",
        "nwfilter ~ <filter name='x' chain='root'>",
        "nwfilter ~ <filter name='x'><rule action='drop' direction='in'/></filter>",
        "interface ~ <interface type='bridge' name='br0'>",
        "nodedev ~ <device><parent>computer</parent><capability type='pci'>",
        "secret ~ <secret ephemeral='no' private='yes'>",
        "capability ~ <capabilities><host>",
        "cpu ~ <cpu mode='host-passthrough'/>",
        "domainsnapshot ~ <domainsnapshot>",
        "storagepoolcaps ~ <storagepoolCapabilities/>",
    })
    void recognizesDocumentsAsTheyAreBeingTyped(String kind, String text) {
        assertEquals(Optional.of(new Document(DocumentKind.of(kind).orElseThrow())), recognize(text, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<disk type='file'>", "<disk><source file='x'/>", "<interface type='network'>",
        "<interface type='bridge'><source", "<os><type>hvm</type>", "<controller type='usb'/>", "<hostdev>",
        "<devices><disk", "<features><acpi/></features>", "<memory unit='KiB'>1</memory>", "<vcpu>2</vcpu>",
        "<q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>"})
    void recognizesPiecesOfADomain(String text) {
        assertEquals(Optional.of(Fragment.class), recognize(text, "").map(Object::getClass));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<domain>", "<project><name>x</name></project>", "<source file='x'/>",
        "<domain log-root='x' application-root='y' version='1'><resources/><servers/><property/></domain>",
        "<device schemaVersion='1.1'><vendor>x</vendor><name>y</name><version/><peripherals/></device>",
        "<filesystem><folder name='x'/><file name='y'/></filesystem>", "<filter name='x'><include/></filter>",
        "<network xmlns='urn:other'><name>x</name></network>", "<features name='k'><feature/></features>",
        "<domain xmlns='urn:jboss:domain:1.7' type='kvm'/>"})
    void leavesOtherProgramsAlone(String text) {
        assertEquals(Optional.empty(), recognize(text, "/home/x/domain.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/libvirt/qemu/x.xml", "/home/x/.config/libvirt/qemu/x.xml", "x.domain.xml"})
    void aFilesPlaceOrNameIsEnough(String path) {
        assertEquals(Optional.of(new Document(DocumentKind.DOMAIN)), recognize("<domain>", path));
    }

    @Test
    void theCommentThatLibvirtWritesIsEnough() {
        assertEquals(Optional.of(new Document(DocumentKind.NETWORK)),
                recognize("<!-- edit with: virsh net-edit default -->\n<network>", ""));
    }
}
