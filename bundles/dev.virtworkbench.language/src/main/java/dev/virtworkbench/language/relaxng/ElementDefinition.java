package dev.virtworkbench.language.relaxng;

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
