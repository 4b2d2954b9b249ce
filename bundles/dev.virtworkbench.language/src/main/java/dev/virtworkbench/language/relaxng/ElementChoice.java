package dev.virtworkbench.language.relaxng;

import java.util.List;

/**
 * An element that may come next.
 *
 * @param nameClass one name, or a wildcard; a choice of names comes as one of these for each
 * @param definitions where the schema defines it, one at least; several if what it must hold depends on what follows
 * @param required whether the content around it cannot be completed without an element of this name
 */
public record ElementChoice(NameClass nameClass, List<ElementDefinition> definitions, boolean required) {

    public ElementChoice {
        definitions = List.copyOf(definitions);
    }
}
