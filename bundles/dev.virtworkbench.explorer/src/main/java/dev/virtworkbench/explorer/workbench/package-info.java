/** The one engine of the workbench, its hosts, and what people select of them. */
package dev.virtworkbench.explorer.workbench;
