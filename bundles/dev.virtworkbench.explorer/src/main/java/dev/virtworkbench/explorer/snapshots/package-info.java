/** The snapshots of a domain, and what is done with them. */
package dev.virtworkbench.explorer.snapshots;
