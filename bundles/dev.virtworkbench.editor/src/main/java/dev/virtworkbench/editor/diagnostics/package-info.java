/** What is wrong in documents: markers of files, annotations of live documents, and quick fixes of both. */
package dev.virtworkbench.editor.diagnostics;
