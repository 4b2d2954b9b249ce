/** Secrets: that they are there and what for. Their values are set and not shown. */
package dev.virtworkbench.engine.secrets;
