package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where libvirt's documents say how many bytes, and what they count in there without a {@code unit}. */
public final class SizedPlaces {

    /**
     * {@code element}, {@code parent/element}, {@code element@attribute} or {@code parent/element@attribute},
     * to the default unit.
     */
    private static final Map<String, BigInteger> DEFAULT_UNITS = new HashMap<>();

    static {
        counted(ByteSize.BYTE, "capacity", "allocation", "available", "physical", "shmem/size", "capability/size",
                "space_hard_limit", "space_soft_limit", "metadata_cache/max_size");
        counted(ByteSize.KIB, "memory", "currentMemory", "maxMemory", "hard_limit", "soft_limit", "swap_hard_limit",
                "min_guarantee", "target/size", "label/size", "target/block", "target/requested", "target/current",
                "pcihole64", "hugepages/page@size", "cell@memory", "cachetune/cache@size", "cache/size@value",
                "video/model@ram", "video/model@vram", "video/model@vram64", "video/model@vgamem",
                "cpu/pages@size", "cell/pages@size", "bank@size");
        counted(ByteSize.MIB, "tseg");
    }

    private SizedPlaces() {
    }

    private static void counted(BigInteger unit, String... places) {
        for (String place : places) {
            DEFAULT_UNITS.put(place, unit);
        }
    }

    /** The size that is an element's text; empty where its text is no size. */
    public static Optional<ByteSize> text(XmlElement element) {
        return defaultUnit(element, "").flatMap(unit -> ByteSize.read(element.text(), element.value("unit"), unit));
    }

    /** The size that is an attribute's value; empty where it is none. */
    public static Optional<ByteSize> value(XmlAttribute attribute) {
        return defaultUnit(attribute.owner(), "@" + attribute.name())
                .flatMap(unit -> ByteSize.read(attribute.value(), attribute.owner().value("unit"), unit));
    }

    /** What the element counts in as it is written; empty if its unit is none. */
    static Optional<BigInteger> writtenUnit(XmlElement element, String attribute) {
        return defaultUnit(element, attribute).flatMap(unit -> ByteSize.unit(element.value("unit"), unit));
    }

    private static Optional<BigInteger> defaultUnit(XmlElement element, String attribute) {
        String place = element.name() + attribute;
        BigInteger unit = DEFAULT_UNITS.get(place);
        if (unit == null && element.parent().isPresent()) {
            unit = DEFAULT_UNITS.get(element.parent().get().name() + "/" + place);
        }
        return Optional.ofNullable(unit);
    }
}
