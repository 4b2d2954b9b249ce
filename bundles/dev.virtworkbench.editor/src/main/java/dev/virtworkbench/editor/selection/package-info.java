/** Lets a selection grow and shrink by what the text means: word, value, attribute, tag, element, and so on outwards. */
package dev.virtworkbench.editor.selection;
