/**
 * Which documents are this editor's: Eclipse's content types by root element, and the same question about what stands in an
 * editor and is not saved yet. Libvirt's documents are told from other XML by {@code language} alone.
 */
package dev.virtworkbench.editor.content;
