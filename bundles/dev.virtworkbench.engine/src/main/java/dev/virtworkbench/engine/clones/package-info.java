/** Domains made of domains: copies with their disks, and disks that move. */
package dev.virtworkbench.engine.clones;
