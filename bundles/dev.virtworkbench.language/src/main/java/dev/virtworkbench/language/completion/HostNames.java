package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;

/** Names of what a live host has, for the attributes that name such a thing. */
final class HostNames {

    private HostNames() {
    }

    /** The names for an attribute's value, in the host's order; empty for an attribute that names nothing of a host. */
    static List<String> of(XmlElement element, String attribute, HostFacts facts) {
        return switch (element.name() + "/" + attribute) {
            case "source/pool" -> facts.pools();
            case "source/volume" -> element.attribute("pool")
                    .map(pool -> facts.volumes().getOrDefault(pool.value(), List.of())).orElse(List.of());
            case "source/network" -> facts.networks();
            case "type/machine" -> facts.machineTypes();
            default -> List.of();
        };
    }
}
