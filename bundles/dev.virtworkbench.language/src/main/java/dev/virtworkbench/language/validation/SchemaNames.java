package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.ElementDefinition;
import dev.virtworkbench.language.relaxng.Grammar;
import dev.virtworkbench.language.relaxng.QName;
import java.util.HashSet;
import java.util.Set;

/** The element names of a grammar, to tell a misplaced element from a misspelt one. Immutable. */
final class SchemaNames {

    private final Set<QName> elements = new HashSet<>();

    SchemaNames(Grammar grammar) {
        for (ElementDefinition definition : grammar.elements()) {
            elements.addAll(definition.nameClass().names());
        }
    }

    boolean knowsElement(QName name) {
        return elements.contains(name);
    }
}
