/**
 * The host that a person names in the settings, for clients that have no hosts of their own. The only package that knows the engine, which
 * loads nothing of libvirt's until a host is named.
 */
package dev.virtworkbench.server.hosts;
