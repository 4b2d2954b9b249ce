/** The preferences about documents. */
package dev.virtworkbench.editor.preferences;
