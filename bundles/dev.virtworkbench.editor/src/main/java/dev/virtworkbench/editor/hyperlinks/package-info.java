/** Opens the files and web pages that a document names. */
package dev.virtworkbench.editor.hyperlinks;
