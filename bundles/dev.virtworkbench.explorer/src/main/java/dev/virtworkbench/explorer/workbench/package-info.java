/** The one engine of the workbench and the objects of hosts as views select them. */
package dev.virtworkbench.explorer.workbench;
