/** Proposals of what can be written at a place, with tab stops, and what they mean beside them. */
package dev.virtworkbench.editor.completion;
