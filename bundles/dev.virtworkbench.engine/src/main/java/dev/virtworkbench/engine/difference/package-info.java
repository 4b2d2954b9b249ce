/**
 * What differs between two libvirt documents of one kind in meaning, not in writing. Pure: texts in, records out; what it
 * knows of libvirt's habits is data ({@code supplied.txt}).
 */
package dev.virtworkbench.engine.difference;
