/** What was applied from this workspace, to look up and to put back. */
package dev.virtworkbench.explorer.history;
