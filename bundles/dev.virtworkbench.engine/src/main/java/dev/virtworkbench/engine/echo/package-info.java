/** The command of libvirt's shell that does the same as a call of the engine, so that people learn and can script. */
package dev.virtworkbench.engine.echo;
