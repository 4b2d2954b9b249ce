/** Failures as data: what failed, on which object, libvirt's code and words, and what to do about it. */
package dev.virtworkbench.engine.errors;
