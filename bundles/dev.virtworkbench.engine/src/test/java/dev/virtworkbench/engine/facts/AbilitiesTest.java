package dev.virtworkbench.engine.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be made on a host is read from libvirt's own descriptions. */
class AbilitiesTest {

    private static final String CAPABILITIES = """
            <capabilities>
              <host><cpu><arch>x86_64</arch></cpu></host>
              <guest><os_type>hvm</os_type>
                <arch name='aarch64'><machine>virt-7.2</machine><machine canonical='virt-7.2'>virt</machine><domain type='qemu'/></arch></guest>
              <guest><os_type>hvm</os_type>
                <arch name='x86_64'><machine canonical='pc-q35-7.2'>q35</machine><domain type='qemu'/><domain type='kvm'/></arch></guest>
            </capabilities>
            """;
    private static final String POOLS = """
            <storagepoolCapabilities>
              <pool type='dir' supported='yes'><volOptions><defaultFormat type='raw'/>
                <enum name='targetFormatType'><value>raw</value><value>qcow2</value></enum></volOptions></pool>
              <pool type='sheepdog' supported='no'/>
            </storagepoolCapabilities>
            """;

    @Test
    void theHostsOwnArchitectureAndTheQuickestWayComeFirst() {
        List<Guest> guests = Abilities.of(Optional.of(CAPABILITIES), Optional.empty()).guests();
        assertEquals(List.of("x86_64", "aarch64"), guests.stream().map(Guest::architecture).toList());
        assertEquals(List.of("kvm", "qemu"), guests.getFirst().domainTypes());
        assertEquals(List.of(Optional.of("q35"), Optional.of("virt")), guests.stream().map(Guest::usualMachine).toList());
    }

    @Test
    void aTypeOfPoolIsLackingOnlyWhereTheHostSaysSo() {
        Abilities told = Abilities.of(Optional.empty(), Optional.of(POOLS));
        assertTrue(told.lacksPoolType("sheepdog"));
        assertFalse(told.lacksPoolType("dir"));
        assertFalse(Abilities.of(Optional.empty(), Optional.empty()).lacksPoolType("sheepdog"));
        assertEquals(List.of("raw", "qcow2"), told.pools().get("dir").volumeFormats());
    }
}
