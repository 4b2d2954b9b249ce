/** What the language may ask of a host, if somebody has one. */
package dev.virtworkbench.language.facts;
