package dev.virtworkbench.language.facts;

import java.util.List;
import java.util.Map;

/**
 * What a live host has, for completion and rules. A state that does not change: whoever has a host gives a new one now and
 * then. Lists are in a stable order and empty where the host does not tell.
 *
 * @param pools names of its storage pools
 * @param volumes names of the volumes of each active pool, by the pool's name
 * @param networks names of its networks
 * @param machineTypes as in {@code pc-q35-7.2}, of its own architecture
 * @param cpuModels as in {@code Skylake-Client}, of its own architecture
 * @param firmware paths of firmware images it would load
 * @param formats formats that volumes of its pools may have, as in {@code qcow2}
 */
public record HostFacts(List<String> pools, Map<String, List<String>> volumes, List<String> networks,
        List<String> machineTypes, List<String> cpuModels, List<String> firmware, List<String> formats) {

    /** No host. */
    public static final HostFacts NONE = new HostFacts(List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());

    public HostFacts {
        pools = List.copyOf(pools);
        volumes = Map.copyOf(volumes);
        networks = List.copyOf(networks);
        machineTypes = List.copyOf(machineTypes);
        cpuModels = List.copyOf(cpuModels);
        firmware = List.copyOf(firmware);
        formats = List.copyOf(formats);
    }
}
