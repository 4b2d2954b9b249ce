/** What was applied, kept so that it can be looked up and put back. Without secrets. */
package dev.virtworkbench.engine.history;
