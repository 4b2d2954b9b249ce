package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.reference.Usage;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Optional<String> usual = Usage.packed().values(path, attribute).keySet().stream().filter(allowed::accepts).findFirst();
        Optional<String> value = usual.isPresent() ? usual : allowed.sample();
        return value.map(v -> attribute.filter(NAMING::contains).isPresent() ? free(v, path.getLast(), attribute.get(), allowed) : v);
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
