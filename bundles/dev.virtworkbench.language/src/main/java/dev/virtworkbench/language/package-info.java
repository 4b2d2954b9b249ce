/**
 * The way in: {@link dev.virtworkbench.language.LibvirtLanguage} reads a text and gives a
 * {@link dev.virtworkbench.language.LibvirtDocument}, of which everything else is asked.
 */
package dev.virtworkbench.language;
