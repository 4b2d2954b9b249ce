/** Documents in the making: what a person states in a few fields becomes the XML of a pool, a volume or a domain, or a host's URI. */
package dev.virtworkbench.engine.drafts;
