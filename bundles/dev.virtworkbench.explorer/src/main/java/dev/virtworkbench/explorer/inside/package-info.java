/** A look inside an image: what systems, file systems and files it has, to be read and copied out. */
package dev.virtworkbench.explorer.inside;
