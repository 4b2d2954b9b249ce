/** What is done to domains as a whole, with their disks: moving them, saving and restoring. */
package dev.virtworkbench.explorer.domains;
