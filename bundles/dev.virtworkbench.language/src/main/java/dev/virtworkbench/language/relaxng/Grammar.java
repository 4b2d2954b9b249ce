package dev.virtworkbench.language.relaxng;

import java.util.Collection;
import java.util.Optional;

/** A RELAX NG schema, ready to match documents. Immutable, and free to share between threads. */
public final class Grammar {

    private final GrammarParts parts;
    private final PatternTable table;
    private final Derivatives derivatives;
    private volatile Costs costs;

    Grammar(PatternTable table, GrammarParts parts) {
        this.table = table;
        this.parts = parts;
        this.derivatives = new Derivatives(table, parts.vocabulary());
    }

    /** What a whole document must match. */
    public Pattern start() {
        return parts.start();
    }

    /** What the {@code <define>} of this name, {@code "disk"} for one, stands for. */
    public Optional<Pattern> define(String name) {
        return parts.define(name);
    }

    /** The names of all {@code <define>}s, in the order in which they were read. */
    public Collection<String> defines() {
        return parts.defines();
    }

    /** Every {@code <element>} of the schema and the files it includes, in the order in which they were read. */
    public Collection<ElementDefinition> elements() {
        return parts.elements();
    }

    GrammarParts parts() {
        return parts;
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
            known = new Costs(elements());
            costs = known;
        }
        return known;
    }
}
