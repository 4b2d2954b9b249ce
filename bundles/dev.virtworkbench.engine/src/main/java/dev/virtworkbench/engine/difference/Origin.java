package dev.virtworkbench.engine.difference;

/** Who wrote a document. libvirt's are complete; a person's lack what libvirt fills in by itself. */
public enum Origin { LIBVIRT, PERSON }
