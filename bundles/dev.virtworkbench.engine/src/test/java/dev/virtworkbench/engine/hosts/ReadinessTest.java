package dev.virtworkbench.engine.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.facts.Abilities;
import dev.virtworkbench.engine.facts.Abilities.PoolAbility;
import dev.virtworkbench.engine.hosts.Readiness.Elevation;
import dev.virtworkbench.engine.hosts.Readiness.Machine;
import dev.virtworkbench.engine.hosts.Readiness.Presence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void whatAMachineSaysIsReadWhateverElseItsShellPrints() {
        Machine machine = ReadinessFinder.machine("""
                Welcome to the machine!
                machine\tDebian GNU/Linux 12 (bookworm)\t6.1.0-18-amd64\tanna\tanna libvirt
                root\tSUDO_ASKS
                program\tqemu-img\t/usr/bin/qemu-img\tqemu-img version 7.2.9
                program\tunheard-of\t/usr/bin/unheard-of\t1
                module\tnfs\tLOADABLE
                module\tdm_mod\tWORKING
                """);
        assertEquals("anna", machine.user());
        assertEquals(List.of("anna", "libvirt"), machine.groups());
        assertEquals(Elevation.SUDO_ASKS, machine.elevation());
        assertEquals("qemu-img version 7.2.9", machine.program("qemu-img").orElseThrow().version());
        assertEquals(Optional.empty(), machine.program("lvm").orElseThrow().path());
        assertEquals(Optional.empty(), machine.program("unheard-of"));
        assertEquals(Presence.LOADABLE, machine.module("nfs").orElseThrow().presence());
        assertEquals(Presence.MISSING, machine.module("kvm").orElseThrow().presence());
    }

    @Test
    void programsOfPoolsThatLibvirtWasBuiltWithoutAreNotAskedFor() {
        Optional<Machine> bare = Optional.of(ReadinessFinder.machine("machine\tX\t6.1\troot\troot\nroot\tROOT\n"));
        for (boolean supported : List.of(true, false)) {
            PoolAbility ability = new PoolAbility(supported, List.of());
            Readiness readiness = ReadinessFinder.find(9_000_000, OptionalLong.empty(),
                    new Abilities(List.of(), Map.of("sheepdog", ability, "vstorage", ability))).with(bare);
            String advice = String.join("\n", readiness.advice().stream().map(line -> line.in(Locale.ENGLISH)).toList());
            assertEquals(supported, readiness.machine().orElseThrow().program("dog").isPresent());
            assertEquals(supported, advice.contains("The host lacks vstorage-mount, for vstorage pools (Virtuozzo)"), advice);
            assertEquals(!supported, advice.contains("built without pools of type vstorage"), advice);
            for (String words : List.of("xfsprogs on the host for fs pools", "dosfstools", "e2fsprogs", "cifs-utils on the host for netfs pools (SMB)",
                    "glusterfs-client on the host for netfs pools (GlusterFS): it has mount.glusterfs", "scrub on the host for wiping volumes")) {
                assertTrue(advice.contains(words), () -> words + " in\n" + advice);
            }
        }
    }

    @Test
    void whatIsMissingComesWithWhatToDoInBothLanguages() {
        PoolAbility lacking = new PoolAbility(false, List.of());
        Abilities abilities = new Abilities(List.of(), Map.of("rbd", lacking, "sheepdog", lacking, "logical", lacking,
                "dir", new PoolAbility(true, List.of())));
        Readiness readiness = ReadinessFinder.find(9_000_000, OptionalLong.of(7_002_022), abilities)
                .with(Optional.of(ReadinessFinder.machine("machine\tX\t6.1\tanna\tanna\nroot\tNONE\n")));
        assertEquals("9.0.0", readiness.libvirt());
        assertEquals(Optional.of("7.2.22"), readiness.hypervisor());
        String advice = String.join("\n", readiness.advice().stream().map(line -> line.in(Locale.ENGLISH)).toList());
        for (String words : List.of("libvirt-daemon-driver-storage-rbd on the host for pools of type rbd",
                "libvirt-daemon-driver-storage-logical on the host for pools of type logical", "was built without pools of type sheepdog",
                "package lvm2 on the host for logical pools (LVM): it has lvm", "kernel lacks dm_mod, for logical pools (LVM)",
                "“anna” cannot become root")) {
            assertTrue(advice.contains(words), () -> words + " in\n" + advice);
        }
        readiness.advice().forEach(line -> assertTrue(line.in(Locale.SIMPLIFIED_CHINESE).codePoints().anyMatch(Character::isIdeographic), line::toString));
    }
}
