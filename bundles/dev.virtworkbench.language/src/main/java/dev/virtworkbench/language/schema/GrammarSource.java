package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.Grammar;
import dev.virtworkbench.language.relaxng.GrammarException;
import dev.virtworkbench.language.relaxng.SchemaSource;

/** Makes grammars of schema files. Any thread may ask. */
@FunctionalInterface
public interface GrammarSource {

    /**
     * @param fileName relative to the source's root
     * @throws GrammarException if a file cannot be read or the schema is not correct
     */
    Grammar read(SchemaSource source, String fileName) throws GrammarException;
}
