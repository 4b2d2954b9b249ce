package dev.virtworkbench.language.reading;

/**
 * Why Xerces does not take a document.
 *
 * @param line from 1; -1 if not known
 * @param column from 1, in UTF-16 units, behind the last character read; -1 if not known
 * @param words Xerces' own
 */
record Refusal(int line, int column, String words) {
}
