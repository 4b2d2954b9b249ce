/** The disks of domains: attaching and detaching them, changing media and how they are read, and what a domain starts from. */
package dev.virtworkbench.explorer.disks;
