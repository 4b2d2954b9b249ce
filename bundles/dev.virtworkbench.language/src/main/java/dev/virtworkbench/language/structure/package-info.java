/**
 * What an editor shows and offers about a document's shape: outline, folds, selections, tag pairs, links,
 * hints, colours. One class a feature, each a pure function of an {@link
 * dev.virtworkbench.language.syntax.XmlTree}; all of them work on malformed documents, never throw for any
 * offset, take offsets in UTF-16 units and return immutable results.
 */
package dev.virtworkbench.language.structure;
