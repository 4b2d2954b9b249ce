package dev.virtworkbench.language.schema;

import java.util.List;

/** No place has a readable schema for a kind of documents. */
public final class SchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DocumentKind kind;
    private final transient List<SchemaFailure> failures;

    SchemaException(DocumentKind kind, List<SchemaFailure> failures) {
        super("no readable schema " + kind.schemaFile() + (failures.isEmpty() ? ": no folder of schemas found" : ""),
                failures.isEmpty() ? null : failures.getFirst().reason());
        this.kind = kind;
        this.failures = List.copyOf(failures);
    }

    public DocumentKind kind() {
        return kind;
    }

    /** What is wrong with each place, in the order in which they were looked at. */
    public List<SchemaFailure> failures() {
        return failures;
    }
}
