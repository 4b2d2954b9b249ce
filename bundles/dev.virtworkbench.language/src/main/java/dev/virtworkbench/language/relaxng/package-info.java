/**
 * RELAX NG: {@link dev.virtworkbench.language.relaxng.GrammarReader} reads a schema,
 * {@link dev.virtworkbench.language.relaxng.MatchState} follows a document through it and tells at each place what
 * may follow, {@link dev.virtworkbench.language.relaxng.Instances} finds what would complete it. Everything
 * returned is immutable and may be shared between threads. Section numbers in comments are those of the RELAX NG
 * specification of 3 December 2001.
 */
package dev.virtworkbench.language.relaxng;
