/** Dragging: files onto a host, volumes into a domain's document. */
package dev.virtworkbench.explorer.dragging;
