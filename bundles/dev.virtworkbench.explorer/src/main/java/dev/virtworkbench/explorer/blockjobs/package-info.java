/** What is done to the disks of domains while they run. */
package dev.virtworkbench.explorer.blockjobs;
