/** Remarks inside the text: sizes in units that people read. */
package dev.virtworkbench.editor.inlay;
