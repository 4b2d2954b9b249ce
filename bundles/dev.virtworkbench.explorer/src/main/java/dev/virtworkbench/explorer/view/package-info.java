/** The explorer view: the tree of hosts, its words, icons and bars. */
package dev.virtworkbench.explorer.view;
