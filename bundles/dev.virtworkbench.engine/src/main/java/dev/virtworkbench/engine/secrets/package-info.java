/** Secrets: that they are there and what for. Their values are not read. */
package dev.virtworkbench.engine.secrets;
