/** The outline: a document's things by the names that people know them by. */
package dev.virtworkbench.editor.outline;
