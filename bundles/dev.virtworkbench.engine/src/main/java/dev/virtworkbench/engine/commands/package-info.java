/** Programs of a host, for what libvirt has no call: on this machine or over ssh, as the person or as root. */
package dev.virtworkbench.engine.commands;
