/** What the objects of one host share: its connection while there is one, its threads, its jobs, its command echo. */
package dev.virtworkbench.engine.session;
