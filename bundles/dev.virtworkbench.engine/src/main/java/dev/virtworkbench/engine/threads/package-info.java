/** Which threads nobody waits for libvirt on. */
package dev.virtworkbench.engine.threads;
