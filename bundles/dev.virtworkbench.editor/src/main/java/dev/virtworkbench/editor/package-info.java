/**
 * The editor of libvirt XML: a client of the language server over the extension points of Eclipse's generic editor.
 * Nothing else on the side of the workbench knows LSP4J.
 */
package dev.virtworkbench.editor;
