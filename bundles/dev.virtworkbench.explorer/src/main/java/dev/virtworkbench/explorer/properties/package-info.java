/** The pages of the Properties view for hosts and their objects. */
package dev.virtworkbench.explorer.properties;
