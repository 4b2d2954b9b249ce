/** What a host tells the language about itself. */
package dev.virtworkbench.engine.facts;
