/** Hides the lines of elements and comments behind their first one, as the text means it and not as it is indented. */
package dev.virtworkbench.editor.folding;
