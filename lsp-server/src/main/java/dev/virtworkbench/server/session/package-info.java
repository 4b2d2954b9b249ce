/**
 * What one client and its person want: capabilities, settings, language.
 */
package dev.virtworkbench.server.session;
