/** All volumes of a pool as a table. */
package dev.virtworkbench.explorer.volumes;
