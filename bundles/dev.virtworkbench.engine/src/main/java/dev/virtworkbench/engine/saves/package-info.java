/** Domains saved to files, with their memory, and brought back from there. */
package dev.virtworkbench.engine.saves;
