/** What {@code ssh} asks while libvirt connects through it reaches the front end instead of a terminal nobody sees. */
package dev.virtworkbench.engine.ssh;
