/**
 * One class a feature of the protocol: each turns what the language package knows about a document into LSP4J's types.
 */
package dev.virtworkbench.server.features;
