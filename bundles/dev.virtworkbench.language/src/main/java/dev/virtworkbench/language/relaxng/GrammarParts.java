package dev.virtworkbench.language.relaxng;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/** What a {@link Grammar} is made of; see there. Any thread may ask. */
interface GrammarParts {

    Pattern start();

    Optional<Pattern> define(String name);

    Collection<String> defines();

    Collection<ElementDefinition> elements();

    Vocabulary vocabulary();

    /** Of the {@link SchemaSource} that all this was read from. */
    URI root();

    /** The files that all this was read from. */
    Collection<SchemaFile> files();
}
