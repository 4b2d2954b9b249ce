/**
 * Applying texts with a person who looks on: what would change is shown and what has to be decided is asked before, what libvirt
 * made of it is told after. What is asked and what it comes to is decided by the engine.
 */
package dev.virtworkbench.explorer.applying;
