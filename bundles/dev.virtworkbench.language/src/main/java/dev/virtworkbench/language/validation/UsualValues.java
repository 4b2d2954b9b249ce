package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.reference.Examples;
import dev.virtworkbench.language.reference.Usage;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Picks a value for something to insert: what is usual there in practice and not yet taken in the document. */
final class UsualValues {

    /** Attributes that name an object: two of one value clash. */
    private static final Set<String> NAMING = Set.of("dev", "name", "index", "id", "port", "address", "uuid");

    private final XmlTree tree;

    UsualValues(XmlTree tree) {
        this.tree = tree;
    }

    /** A value that is allowed; empty if none could be found. */
    Optional<String> of(List<String> path, Optional<String> attribute, ValueChoices allowed) {
        if (ValueWords.isUuid(allowed)) {
            return Optional.of(own().toString());
        }
        if (ValueWords.isMac(allowed)) {
            // QEMU's and KVM's prefix, then what no other document is likely to have.
            long bits = own().getLeastSignificantBits();
            return Optional.of("52:54:00:%02x:%02x:%02x".formatted(bits & 0xff, bits >> 8 & 0xff, bits >> 16 & 0xff));
        }
        // Where any name will do, what others called their things is no example.
        Optional<String> usual = Usage.packed().values(path, attribute).keySet().stream()
                .filter(value -> allowed.literals().contains(value) || !takesNames(allowed) && allowed.accepts(value))
                .findFirst();
        Optional<String> value = usual.or(() -> Examples.of(path, attribute).filter(allowed::accepts)).or(allowed::sample);
        return value.map(v -> attribute.filter(NAMING::contains).isPresent() ? free(v, path.getLast(), attribute.get(), allowed) : v);
    }

    private static boolean takesNames(ValueChoices allowed) {
        return allowed.accepts("disk") || allowed.accepts("vda");
    }

    /** The same for the same text, so that a fix can be asked for twice. */
    private UUID own() {
        return UUID.nameUUIDFromBytes(tree.text().getBytes(StandardCharsets.UTF_8));
    }

    private String free(String value, String element, String attribute, ValueChoices allowed) {
        Set<String> taken = new HashSet<>();
        for (XmlElement each : tree.elements()) {
            if (each.name().equals(element)) {
                each.attribute(attribute).ifPresent(a -> taken.add(a.value()));
            }
        }
        String candidate = value;
        for (int i = 0; i < 64 && taken.contains(candidate); i++) {
            candidate = next(candidate);
        }
        return !taken.contains(candidate) && allowed.accepts(candidate) ? candidate : value;
    }

    /** {@code vdb} behind {@code vda}, {@code 2} behind {@code 1}. */
    private static String next(String value) {
        char last = value.isEmpty() ? '/' : value.charAt(value.length() - 1);
        boolean counts = last >= '0' && last < '9' || last >= 'a' && last < 'z';
        return counts ? value.substring(0, value.length() - 1) + (char) (last + 1) : value + "1";
    }
}
