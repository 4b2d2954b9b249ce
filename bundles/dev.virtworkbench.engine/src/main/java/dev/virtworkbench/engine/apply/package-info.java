/**
 * Applying an edited document to a host, the same for every kind and every front end: read and judge the text, compare it with
 * the object as it is configured now, and only then define it, read it back and tell what libvirt made of it.
 */
package dev.virtworkbench.engine.apply;
