/** The LVM volume groups of a host: what they are made of, and making, extending and reducing them. */
package dev.virtworkbench.explorer.groups;
