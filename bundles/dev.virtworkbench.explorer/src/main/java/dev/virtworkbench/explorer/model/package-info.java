/** What the explorer shows of hosts, read in the background and kept until something changes. No widgets. */
package dev.virtworkbench.explorer.model;
