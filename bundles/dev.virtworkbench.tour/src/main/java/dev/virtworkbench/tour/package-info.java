/** The workbench's main job for whoever has a terminal only: on the same engine, and with nothing left behind. */
package dev.virtworkbench.tour;
