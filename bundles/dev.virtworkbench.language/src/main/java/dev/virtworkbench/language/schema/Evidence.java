package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.Set;

/**
 * What speaks for and against a root being libvirt's.
 *
 * @param proofs attributes and children that only libvirt's documents have
 * @param hints those that libvirt's documents have among others, misspelt ones too
 * @param strangers those that libvirt's documents do not have
 */
record Evidence(int proofs, int hints, int strangers) {

    /** Names that say nothing, as so many formats have them. */
    private static final Set<String> COMMON_ATTRIBUTES = Set.of("name", "id");

    private static final String LIBVIRT_NAMESPACES = "http://libvirt.org/schemas/";

    static Evidence of(XmlElement root, RootTable.Traits traits) {
        int proofs = traits.unmistakable() ? 1 : 0;
        int hints = 0;
        int strangers = 0;
        for (XmlAttribute attribute : root.attributes()) {
            Set<String> provingValues = traits.attributes().get(attribute.name());
            if (attribute.declaresNamespace()) {
                proofs += attribute.value().startsWith(LIBVIRT_NAMESPACES) ? 1 : 0;
            } else if (provingValues != null) {
                proofs += provingValues.contains(attribute.value()) ? 1 : 0;
                hints++;
            } else if (!COMMON_ATTRIBUTES.contains(attribute.name())) {
                boolean misspelt = resemblesOne(attribute.name(), traits.attributes().keySet());
                hints += misspelt ? 1 : 0;
                strangers += misspelt ? 0 : 1;
            }
        }
        for (XmlElement child : root.elements()) {
            if (traits.provingChildren().contains(child.name())) {
                proofs++;
            } else if (child.namespace().startsWith(LIBVIRT_NAMESPACES)) {
                proofs++;
            } else if (traits.children().contains(child.name()) || resemblesOne(child.name(), traits.children())) {
                hints++;
            } else {
                strangers++;
            }
        }
        return new Evidence(proofs, hints, strangers);
    }

    boolean convinces() {
        return proofs > 0 || hints > strangers;
    }

    /** How much better this explains a root than other evidence. */
    int weight() {
        return 4 * proofs + hints - 2 * strangers;
    }

    private static boolean resemblesOne(String name, Set<String> names) {
        return name.length() > 3 && names.stream().anyMatch(known -> resembles(name, known));
    }

    /** Whether one letter is wrong, missing or too many, or two neighbours are swapped. */
    private static boolean resembles(String name, String known) {
        int longer = Math.max(name.length(), known.length());
        int shorter = Math.min(name.length(), known.length());
        if (longer - shorter > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && name.charAt(same) == known.charAt(same)) {
            same++;
        }
        String restOfName = name.substring(same);
        String restOfKnown = known.substring(same);
        if (longer > shorter) {
            return name.length() > known.length()
                    ? restOfName.substring(1).equals(restOfKnown) : restOfKnown.substring(1).equals(restOfName);
        }
        return restOfName.isEmpty() || restOfName.substring(1).equals(restOfKnown.substring(1))
                || restOfName.length() > 1 && restOfName.charAt(0) == restOfKnown.charAt(1)
                && restOfName.charAt(1) == restOfKnown.charAt(0)
                && restOfName.substring(2).equals(restOfKnown.substring(2));
    }
}
