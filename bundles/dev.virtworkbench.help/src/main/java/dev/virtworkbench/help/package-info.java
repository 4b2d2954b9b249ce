/** The help pages and the way to them. */
package dev.virtworkbench.help;
