/** What is done to the disks of a domain while it runs. */
package dev.virtworkbench.engine.blockjobs;
