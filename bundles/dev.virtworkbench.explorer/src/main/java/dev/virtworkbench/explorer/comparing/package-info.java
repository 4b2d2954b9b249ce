/** Documents beside what a host has, in Eclipse's compare editor. */
package dev.virtworkbench.explorer.comparing;
