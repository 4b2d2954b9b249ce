package dev.virtworkbench.language.relaxng;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * An {@code <element>} of the schema. Identity counts: two with the same name and content are still two places
 * in the schema.
 */
public final class ElementDefinition {

    private final NameClass nameClass;
    private final SourceLocation location;
    private final Draft draft;
    private String define = "";
    private volatile Pattern content;

    /** @param content not asked for before the whole schema is there: elements refer to each other in circles */
    ElementDefinition(NameClass nameClass, SourceLocation location, Draft content) {
        this.nameClass = nameClass;
        this.location = location;
        this.draft = content;
    }

    public NameClass nameClass() {
        return nameClass;
    }

    /** What its attributes and content must match. */
    public Pattern content() {
        Pattern made = content;
        if (made == null) {
            made = draft.pattern();
            content = made;
        }
        return made;
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
        content().elements().forEach(child -> names.addAll(child.nameClass().names()));
        return names;
    }

    /** The elements that may stand directly in what a pattern matches, in the schema's order. */
    static List<ElementDefinition> in(Pattern pattern) {
        Set<ElementDefinition> found = new LinkedHashSet<>();
        collect(pattern, found);
        return List.copyOf(found);
    }

    private static void collect(Pattern pattern, Set<ElementDefinition> found) {
        if (!pattern.hasElements()) {
            return;
        }
        switch (pattern) {
            case Pattern.Element element -> found.add(element.definition());
            case Pattern.Choice choice -> {
                for (Pattern alternative : choice.alternatives()) {
                    collect(alternative, found);
                }
            }
            case Pattern.Interleave interleave -> {
                for (Pattern member : interleave.members()) {
                    collect(member, found);
                }
            }
            case Pattern.Group group -> {
                collect(group.first(), found);
                collect(group.second(), found);
            }
            case Pattern.OneOrMore many -> collect(many.operand(), found);
            default -> { }
        }
    }

    /** Set while the schema is read, before anyone else sees this. */
    void define(String name) {
        define = name;
    }

    @Override
    public String toString() {
        return nameClass + " at " + location;
    }
}
