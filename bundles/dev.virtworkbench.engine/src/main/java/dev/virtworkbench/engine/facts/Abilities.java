package dev.virtworkbench.engine.facts;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be made on a host.
 *
 * @param guests what it can run; those of its own architecture first
 * @param pools the types of pool that its libvirt knows, whether it was built with them; empty where it does not tell
 */
public record Abilities(List<Guest> guests, Map<String, PoolAbility> pools) {

    /**
     * What a host's libvirt can do with a type of pool.
     *
     * @param supported whether it was built, or the package installed, that does it
     * @param volumeFormats what its volumes may be; empty where it does not tell
     */
    public record PoolAbility(boolean supported, List<String> volumeFormats) {
        public PoolAbility {
            volumeFormats = List.copyOf(volumeFormats);
        }
    }

    /** Quickest first. */
    private static final List<String> DOMAIN_TYPES = List.of("kvm", "hvf", "xen", "qemu");

    public Abilities {
        guests = List.copyOf(guests);
        pools = Map.copyOf(pools);
    }

    /**
     * What libvirt's documents say.
     *
     * @param capabilities the {@code <capabilities>} document; empty where the host has none
     * @param pools the {@code <storagepoolCapabilities>} document; empty likewise
     */
    static Abilities of(Optional<String> capabilities, Optional<String> pools) {
        return new Abilities(capabilities.flatMap(Abilities::root).map(Abilities::guests).orElse(List.of()),
                pools.flatMap(Abilities::root).map(Abilities::pools).orElse(Map.of()));
    }

    /** Whether the host said that its libvirt cannot do that type. */
    public boolean lacksPoolType(String type) {
        return pools.containsKey(type) && !pools.get(type).supported();
    }

    private static List<Guest> guests(XmlElement capabilities) {
        String own = capabilities.element("host").flatMap(host -> host.element("cpu")).flatMap(cpu -> cpu.element("arch"))
                .map(arch -> arch.text().strip()).orElse("");
        return capabilities.elements("guest").stream().map(Abilities::guest)
                .sorted(Comparator.comparing((Guest guest) -> !guest.architecture().equals(own))
                        .thenComparing(guest -> !guest.osType().equals("hvm"))).toList();
    }

    private static Guest guest(XmlElement guest) {
        Optional<XmlElement> arch = guest.element("arch");
        List<XmlElement> domains = arch.map(each -> each.elements("domain")).orElse(List.of());
        // older libvirt repeats the machines below each type of domain
        List<String> machines = arch.stream().flatMap(each -> each.elements("machine").stream())
                .map(machine -> machine.text().strip()).distinct().toList();
        List<String> types = domains.stream().map(domain -> domain.value("type"))
                .sorted(Comparator.comparingInt(type -> DOMAIN_TYPES.contains(type) ? DOMAIN_TYPES.indexOf(type) : DOMAIN_TYPES.size()))
                .toList();
        return new Guest(guest.element("os_type").map(os -> os.text().strip()).orElse("hvm"),
                arch.map(each -> each.value("name")).orElse(""), machines, types);
    }

    private static Map<String, PoolAbility> pools(XmlElement capabilities) {
        Map<String, PoolAbility> pools = new LinkedHashMap<>();
        for (XmlElement pool : capabilities.elements("pool")) {
            List<String> formats = pool.element("volOptions").stream().flatMap(options -> options.elements("enum").stream())
                    .filter(choice -> choice.value("name").equals("targetFormatType"))
                    .flatMap(choice -> choice.elements("value").stream()).map(value -> value.text().strip()).toList();
            pools.put(pool.value("type"), new PoolAbility(pool.value("supported").equals("yes"), formats));
        }
        return pools;
    }

    private static Optional<XmlElement> root(String document) {
        return XmlTree.parse(document).root();
    }
}
