/**
 * Commands out of a handbook as libvirt's XML: what somebody would type into a shell is read, never run, and becomes the document that
 * the command would have libvirt define, with notes on what it would have done besides. Entry: {@link
 * dev.virtworkbench.language.commandlines.CommandLines}.
 */
package dev.virtworkbench.language.commandlines;
