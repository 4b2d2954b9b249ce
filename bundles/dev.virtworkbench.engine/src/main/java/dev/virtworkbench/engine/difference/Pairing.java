package dev.virtworkbench.engine.difference;

import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which child elements of two elements are the same thing.
 *
 * @param before null if it was added
 * @param after null if it was removed
 */
record Pairing(XmlElement before, XmlElement after) {

    /** All children of both, each once: those of {@code before} in their order, then what was added. */
    static List<Pairing> of(XmlElement before, XmlElement after, BiPredicate<XmlElement, XmlElement> equal) {
        Map<String, List<XmlElement>> left = byName(before);
        Map<String, List<XmlElement>> right = byName(after);
        List<Pairing> pairs = new ArrayList<>();
        left.forEach((name, elements) -> pairs.addAll(pair(elements, right.getOrDefault(name, List.of()), equal)));
        right.forEach((name, elements) -> {
            if (!left.containsKey(name)) {
                elements.forEach(added -> pairs.add(new Pairing(null, added)));
            }
        });
        return pairs;
    }

    private static Map<String, List<XmlElement>> byName(XmlElement parent) {
        Map<String, List<XmlElement>> groups = new LinkedHashMap<>();
        for (XmlElement child : parent.elements()) {
            groups.computeIfAbsent(child.namespace() + " " + child.localName(), name -> new ArrayList<>()).add(child);
        }
        return groups;
    }

    private static List<Pairing> pair(List<XmlElement> before, List<XmlElement> after,
            BiPredicate<XmlElement, XmlElement> equal) {
        List<Pairing> pairs = new ArrayList<>();
        List<XmlElement> left = new ArrayList<>(before);
        List<XmlElement> right = new ArrayList<>(after);
        if (!Identity.ordered(before.getFirst())) {
            take(pairs, left, right, (a, b) -> !Identity.of(a).isEmpty() && Identity.of(a).equals(Identity.of(b)));
            take(pairs, left, right, equal);
        }
        // Two that each have a name of their own are two things, however alike they are otherwise.
        take(pairs, left, right, (a, b) -> Identity.of(a).isEmpty() || Identity.of(b).isEmpty());
        left.forEach(removed -> pairs.add(new Pairing(removed, null)));
        right.forEach(added -> pairs.add(new Pairing(null, added)));
        return pairs;
    }

    private static void take(List<Pairing> pairs, List<XmlElement> left, List<XmlElement> right,
            BiPredicate<XmlElement, XmlElement> same) {
        left.removeIf(a -> {
            for (int i = 0; i < right.size(); i++) {
                if (same.test(a, right.get(i))) {
                    pairs.add(new Pairing(a, right.remove(i)));
                    return true;
                }
            }
            return false;
        });
    }
}
