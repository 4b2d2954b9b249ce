/** The engine's jobs as people meet them: in the Progress view, and in a dialog where one that they asked for failed. */
package dev.virtworkbench.explorer.jobs;
