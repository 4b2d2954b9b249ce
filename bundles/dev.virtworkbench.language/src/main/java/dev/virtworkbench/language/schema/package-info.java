/**
 * Which of libvirt's schemas a document is judged by, where the schemas are found, and reading them once for all:
 * {@link dev.virtworkbench.language.schema.Recognition} tells libvirt's documents from others,
 * {@link dev.virtworkbench.language.schema.Schemas} has their grammars.
 */
package dev.virtworkbench.language.schema;
