/** Lays out documents as libvirt does. */
package dev.virtworkbench.editor.formatting;
