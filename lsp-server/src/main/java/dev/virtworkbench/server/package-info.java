/**
 * The language server and the {@code validate} command: the only place on the server side that knows LSP4J.
 */
package dev.virtworkbench.server;
