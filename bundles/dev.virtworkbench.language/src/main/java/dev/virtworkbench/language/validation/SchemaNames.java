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

    private static final SequencedSet<QName> NONE = new LinkedHashSet<>();

    private final Grammar grammar;
    private volatile Table table;

    /** @param grammar looked through when first asked about: a document without mistakes never does */
    SchemaNames(Grammar grammar) {
        this.grammar = grammar;
    }

    private record Table(Map<QName, SequencedSet<QName>> children, Map<QName, SequencedSet<QName>> parents) {

        static Table of(Grammar grammar) {
            Table table = new Table(new HashMap<>(), new HashMap<>());
            for (ElementDefinition definition : grammar.elements()) {
                SequencedSet<QName> inside = definition.childNames();
                for (QName name : definition.nameClass().names()) {
                    table.children.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(inside);
                    inside.forEach(child -> table.parents.computeIfAbsent(child, n -> new LinkedHashSet<>()).add(name));
                }
            }
            return table;
        }
    }

    private Table table() {
        Table known = table;
        if (known == null) {
            synchronized (this) {
                known = table;
                if (known == null) {
                    known = Table.of(grammar);
                    table = known;
                }
            }
        }
        return known;
    }

    boolean knowsElement(QName name) {
        return table().children.containsKey(name);
    }

    boolean mayContain(QName parent, QName child) {
        return table().children.getOrDefault(parent, NONE).contains(child);
    }

    /** The elements that may hold one of that name, in the schema's order. */
    List<QName> parentsOf(QName name) {
        return List.copyOf(table().parents.getOrDefault(name, NONE));
    }

    @Override
    public Answer mayContain(String parent, String child) {
        SequencedSet<QName> inside = table().children.get(QName.of(parent));
        if (inside == null) {
            return Answer.UNKNOWN;
        }
        return inside.contains(QName.of(child)) ? Answer.YES
                : table().children.containsKey(QName.of(child)) ? Answer.NO : Answer.UNKNOWN;
    }
}
