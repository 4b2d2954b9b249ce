package dev.virtworkbench.language.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtSuite;
import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.language.schema.SchemaException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a live host has is proposed where a document names it. */
class HostNamesTest {

    private static final HostFacts HOST = new HostFacts(List.of("images", "vms"), Map.of("vms", List.of("a.qcow2", "b.qcow2")),
            List.of("default", "lab"), List.of("pc-q35-7.2"), List.of(), List.of(), List.of());

    @Test
    void poolsAndTheVolumesOfOne() throws SchemaException {
        assertEquals(List.of("images", "vms"), proposed("<disk type='volume'><source pool='|'/><target dev='vda'/></disk>"));
        assertEquals(List.of("a.qcow2", "b.qcow2"),
                proposed("<disk type='volume'><source pool='vms' volume='|'/><target dev='vda'/></disk>"));
        assertEquals(List.of(), proposed("<disk type='volume'><source pool='other' volume='|'/><target dev='vda'/></disk>"));
    }

    @Test
    void networks() throws SchemaException {
        assertEquals(List.of("default", "lab"), proposed("<interface type='network'><source network='|'/></interface>"));
    }

    private static List<String> proposed(String device) throws SchemaException {
        String text = "<domain type='kvm'><name>a</name><memory>1</memory><os><type>hvm</type></os><devices>" + device
                + "</devices></domain>";
        int caret = text.indexOf('|');
        LibvirtDocument document = LibvirtSuite.LANGUAGE.read("a.xml", text.replace("|", "")).orElseThrow();
        return Completions.at(document, caret, true, HOST).stream().map(Proposal::label).toList();
    }
}
