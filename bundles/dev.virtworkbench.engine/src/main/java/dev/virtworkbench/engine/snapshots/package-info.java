/** Snapshots of domains. */
package dev.virtworkbench.engine.snapshots;
