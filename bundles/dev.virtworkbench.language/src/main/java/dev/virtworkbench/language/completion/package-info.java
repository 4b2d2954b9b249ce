/**
 * What can be written at a place of a document: {@link dev.virtworkbench.language.completion.Completions} asks the state of the
 * grammar there, what stands before and behind it included, and ranks by what is usual in practice.
 */
package dev.virtworkbench.language.completion;
