/** The console of the commands that the engine's calls amount to. */
package dev.virtworkbench.explorer.console;
