package dev.virtworkbench.engine.facts;

import java.util.List;
import java.util.Optional;

/**
 * A kind of guest that a host can run.
 *
 * @param osType as in {@code hvm} for what boots as on bare metal
 * @param architecture as in {@code x86_64}
 * @param machines as in {@code q35}, those names included that stand for the newest of a kind
 * @param domainTypes as in {@code kvm}, the quickest first
 */
public record Guest(String osType, String architecture, List<String> machines, List<String> domainTypes) {

    /** Names that stand for the newest version of what fits most guests, of one architecture each. */
    private static final List<String> USUAL = List.of("q35", "virt", "pseries", "s390-ccw-virtio");

    public Guest {
        machines = List.copyOf(machines);
        domainTypes = List.copyOf(domainTypes);
    }

    /** The machine for a new domain; empty to leave it to libvirt. */
    public Optional<String> usualMachine() {
        return USUAL.stream().filter(machines::contains).findFirst();
    }

    /** Whether UEFI can boot it, so that its firmware is a choice. */
    public boolean hasUefi() {
        return osType.equals("hvm") && List.of("x86_64", "aarch64", "i686", "armv7l", "riscv64", "loongarch64").contains(architecture);
    }

    /** Whether nothing else boots images of its kind. */
    public boolean needsUefi() {
        return osType.equals("hvm") && List.of("aarch64", "loongarch64").contains(architecture);
    }

    /** Whether shutting it down by its power button needs ACPI. */
    public boolean hasAcpi() {
        return osType.equals("hvm") && List.of("x86_64", "i686", "aarch64").contains(architecture);
    }
}
