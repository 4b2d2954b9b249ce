/** Hosts: where they are, whether they are connected, what they can tell. Start at {@link dev.virtworkbench.engine.hosts.Engine}. */
package dev.virtworkbench.engine.hosts;
