/**
 * The documents that a client has open: immutable snapshots of their texts, and when what is computed about them.
 */
package dev.virtworkbench.server.documents;
