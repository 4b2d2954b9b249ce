package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.Grammar;
import java.util.List;

/**
 * A schema that was read.
 *
 * @param kind of the documents it judges
 * @param grammar to match them
 * @param location where it was read from
 * @param passedOver places looked at before, and why they would not do; mostly none
 */
public record Schema(DocumentKind kind, Grammar grammar, SchemaLocation location, List<SchemaFailure> passedOver) {

    public Schema {
        passedOver = List.copyOf(passedOver);
    }
}
