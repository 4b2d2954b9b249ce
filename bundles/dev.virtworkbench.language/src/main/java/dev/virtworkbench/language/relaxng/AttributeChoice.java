package dev.virtworkbench.language.relaxng;

/**
 * An attribute that the start tag may still get.
 *
 * @param nameClass one name, or a wildcard; a choice of names comes as one of these for each
 * @param values what it may be set to, given the attributes already there
 * @param required whether the start tag cannot be completed without it
 * @param location where the schema defines it, the first such place if there are several
 */
public record AttributeChoice(NameClass nameClass, ValueChoices values, boolean required, SourceLocation location) { }
