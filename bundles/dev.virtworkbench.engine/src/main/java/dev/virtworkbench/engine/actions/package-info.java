/** What can be done to objects in their states, and what will be lost: the same for every front end. */
package dev.virtworkbench.engine.actions;
