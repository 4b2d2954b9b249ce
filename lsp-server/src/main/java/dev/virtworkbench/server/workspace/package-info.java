/**
 * What the server knows of the workspace around the open documents.
 */
package dev.virtworkbench.server.workspace;
