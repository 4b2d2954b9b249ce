/** Marks what belongs together with what the caret is on: the other tag, the same network, disk or address elsewhere. */
package dev.virtworkbench.editor.occurrences;
