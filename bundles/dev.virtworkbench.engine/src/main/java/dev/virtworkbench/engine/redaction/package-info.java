/** Keeping secrets out of whatever is kept, shown or logged. */
package dev.virtworkbench.engine.redaction;
