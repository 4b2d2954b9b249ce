/** LVM of a host, by its own programs: what libvirt's logical pools are made of, and what libvirt has no call for. */
package dev.virtworkbench.engine.lvm;
