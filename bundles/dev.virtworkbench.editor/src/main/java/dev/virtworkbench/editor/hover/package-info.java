/** What elements, attributes and values mean, where the mouse rests. */
package dev.virtworkbench.editor.hover;
