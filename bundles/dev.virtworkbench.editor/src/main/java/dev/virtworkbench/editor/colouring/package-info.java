/**
 * Colours by what each name and value is, from {@code language}'s tokens: at once with each key, so not by the server's semantic
 * tokens, which are the same. The colours are the theme's and can be changed in the preferences (Colors and Fonts).
 */
package dev.virtworkbench.editor.colouring;
