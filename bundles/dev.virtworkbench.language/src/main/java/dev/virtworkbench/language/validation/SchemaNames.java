package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.ElementDefinition;
import dev.virtworkbench.language.relaxng.Grammar;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.Nesting;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Which element may stand in which, by name alone: enough to tell a misplaced element from a misspelt one, to say where it
 * belongs, and to guess the end of an unclosed one. Immutable.
 */
final class SchemaNames implements Nesting {

    private final Map<QName, SequencedSet<QName>> children = new HashMap<>();
    private final Map<QName, SequencedSet<QName>> parents = new HashMap<>();

    SchemaNames(Grammar grammar) {
        for (ElementDefinition definition : grammar.elements()) {
            SequencedSet<QName> inside = definition.childNames();
            for (QName name : definition.nameClass().names()) {
                children.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(inside);
                inside.forEach(child -> parents.computeIfAbsent(child, n -> new LinkedHashSet<>()).add(name));
            }
        }
    }

    boolean knowsElement(QName name) {
        return children.containsKey(name);
    }

    boolean mayContain(QName parent, QName child) {
        return children.getOrDefault(parent, NONE).contains(child);
    }

    /** The elements that may hold one of that name, in the schema's order. */
    List<QName> parentsOf(QName name) {
        return List.copyOf(parents.getOrDefault(name, NONE));
    }

    private static final SequencedSet<QName> NONE = new LinkedHashSet<>();

    @Override
    public Answer mayContain(String parent, String child) {
        SequencedSet<QName> inside = children.get(QName.of(parent));
        if (inside == null) {
            return Answer.UNKNOWN;
        }
        return inside.contains(QName.of(child)) ? Answer.YES
                : children.containsKey(QName.of(child)) ? Answer.NO : Answer.UNKNOWN;
    }
}
