package dev.virtworkbench.language.relaxng;

/**
 * A pattern as the schema files write it: made into a {@link Pattern} when all files are read, as only then is it
 * known what the names it refers to stand for.
 */
@FunctionalInterface
interface Draft {

    /** @throws GrammarFault if a name it refers to stands for itself, with no element between */
    Pattern pattern();
}
