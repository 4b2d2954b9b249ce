/** Words and icons for hosts and their objects, the same in every view. */
package dev.virtworkbench.explorer.labels;
