/** The preferences about hosts and what is done to them. */
package dev.virtworkbench.explorer.preferences;
