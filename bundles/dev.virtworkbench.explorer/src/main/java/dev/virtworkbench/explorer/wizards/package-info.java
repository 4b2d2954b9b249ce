/** Wizards for new hosts, pools, volumes, domains and files. The XML that will be sent is seen, and may be edited, before it is. */
package dev.virtworkbench.explorer.wizards;
