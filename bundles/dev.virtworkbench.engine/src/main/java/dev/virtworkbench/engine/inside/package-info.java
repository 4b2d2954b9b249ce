/** What is inside disk images: partitions, file systems, files, operating systems; read by libguestfs and never written. */
package dev.virtworkbench.engine.inside;
