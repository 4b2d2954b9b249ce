/** Work that may take time: started at once, watched, cancelled where that can be, and never on the caller's thread. */
package dev.virtworkbench.engine.jobs;
