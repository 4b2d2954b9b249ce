package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.GrammarException;

/**
 * A place from which a schema could not be read.
 *
 * @param location the place
 * @param reason what is wrong, with file and line
 */
public record SchemaFailure(SchemaLocation location, GrammarException reason) { }
