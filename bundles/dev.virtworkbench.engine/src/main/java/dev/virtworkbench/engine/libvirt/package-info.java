/**
 * libvirt's client library as typed, blocking Java calls. The only package that knows JNA and libvirt-java. The library is
 * loaded when the first host is wanted. Callers must be on platform threads: libvirt keeps the last error by thread.
 */
package dev.virtworkbench.engine.libvirt;
