/** The explorer of hosts: their storage pools, volumes, domains and networks, and what can be done with them. */
package dev.virtworkbench.explorer;
