/**
 * The protocol's methods by name, written out instead of being found by reflection: finding them takes LSP4J longer than all
 * the rest of a start.
 */
package dev.virtworkbench.server.protocol;
