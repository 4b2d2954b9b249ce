/** Domains, their disks, and which images they use. */
package dev.virtworkbench.engine.domains;
