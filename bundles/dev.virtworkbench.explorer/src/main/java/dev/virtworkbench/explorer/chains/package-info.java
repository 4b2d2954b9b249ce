/** Images drawn as trees: who builds on whom, and what is broken. */
package dev.virtworkbench.explorer.chains;
