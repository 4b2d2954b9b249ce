package dev.virtworkbench.language.relaxng;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * An {@code <element>} of the schema. Identity counts: two with the same name and content are still two places
 * in the schema.
 */
public final class ElementDefinition {

    private final NameClass nameClass;
    private final SourceLocation location;
    private String define = "";
    private Pattern content;

    ElementDefinition(NameClass nameClass, SourceLocation location) {
        this.nameClass = nameClass;
        this.location = location;
    }

    public NameClass nameClass() {
        return nameClass;
    }

    /** What its attributes and content must match. */
    public Pattern content() {
        return content;
    }

    public SourceLocation location() {
        return location;
    }

    /** The name of the {@code <define>} around it; {@code ""} in {@code <start>}. */
    public String define() {
        return define;
    }

    /** The names of the elements it may hold directly, in the schema's order; wildcards left out. */
    public SequencedSet<QName> childNames() {
        SequencedSet<QName> names = new LinkedHashSet<>();
        addElements(content, names);
        return names;
    }

    private static void addElements(Pattern pattern, SequencedSet<QName> names) {
        if (!pattern.hasElements()) {
            return;
        }
        switch (pattern) {
            case Pattern.Element element -> names.addAll(element.definition().nameClass().names());
            case Pattern.Choice choice -> {
                for (Pattern alternative : choice.alternatives()) {
                    addElements(alternative, names);
                }
            }
            case Pattern.Interleave interleave -> {
                for (Pattern member : interleave.members()) {
                    addElements(member, names);
                }
            }
            case Pattern.Group group -> {
                addElements(group.first(), names);
                addElements(group.second(), names);
            }
            case Pattern.OneOrMore many -> addElements(many.operand(), names);
            default -> { }
        }
    }

    /** Set while the schema is read, before anyone else sees this. */
    void define(String name) {
        define = name;
    }

    /** Set while the schema is read, before anyone else sees this: elements refer to each other in circles. */
    void content(Pattern pattern) {
        content = pattern;
    }

    @Override
    public String toString() {
        return nameClass + " at " + location;
    }
}
