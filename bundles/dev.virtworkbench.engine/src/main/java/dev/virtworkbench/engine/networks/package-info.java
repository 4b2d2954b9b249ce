/** Virtual networks. */
package dev.virtworkbench.engine.networks;
