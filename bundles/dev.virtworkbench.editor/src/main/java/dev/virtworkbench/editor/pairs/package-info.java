/**
 * What belongs together in pairs as somebody types: start and end tags, quotes, a line and its indentation. All of it becomes part of
 * the key's own edit, so that one undo takes it back; {@code language} says what is to be written.
 */
package dev.virtworkbench.editor.pairs;
