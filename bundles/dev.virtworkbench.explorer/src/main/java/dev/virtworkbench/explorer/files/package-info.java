/** Documents in files, of the workspace and elsewhere, brought to a host. */
package dev.virtworkbench.explorer.files;
