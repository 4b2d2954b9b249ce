package dev.virtworkbench.language.relaxng;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A RELAX NG schema, ready to match documents. Immutable, and free to share between threads. */
public final class Grammar {

    private final Pattern start;
    private final Map<String, Pattern> defines;
    private final Set<ElementDefinition> elements;
    private final PatternTable table;
    private final Derivatives derivatives;
    private volatile Costs costs;

    Grammar(PatternTable table, Pattern start, Map<String, Pattern> defines, Collection<ElementDefinition> elements) {
        this.table = table;
        this.start = start;
        this.defines = Collections.unmodifiableMap(new LinkedHashMap<>(defines));
        this.elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
        this.derivatives = new Derivatives(table, Vocabulary.of(this.elements));
    }

    /** What a whole document must match. */
    public Pattern start() {
        return start;
    }

    /** What the {@code <define>} of this name, {@code "disk"} for one, stands for. */
    public Optional<Pattern> define(String name) {
        return Optional.ofNullable(defines.get(name));
    }

    /** The names of all {@code <define>}s, in the order in which they were read. */
    public Set<String> defines() {
        return defines.keySet();
    }

    /** Every {@code <element>} of the schema and the files it includes, in the order in which they were read. */
    public Collection<ElementDefinition> elements() {
        return elements;
    }

    PatternTable table() {
        return table;
    }

    Derivatives derivatives() {
        return derivatives;
    }

    /** Worked out when first asked for; two threads may both do so, and come to the same. */
    Costs costs() {
        Costs known = costs;
        if (known == null) {
            known = new Costs(elements);
            costs = known;
        }
        return known;
    }
}
