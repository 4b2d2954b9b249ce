/** What the screen of a domain showed, as a picture in an editor. */
package dev.virtworkbench.explorer.screens;
