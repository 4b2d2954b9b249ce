/** Gives an element another name, in both its tags. */
package dev.virtworkbench.editor.rename;
