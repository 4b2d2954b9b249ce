/**
 * Drives a running workbench as a person would: finds widgets, sends them events, waits for what becomes of it, takes
 * pictures. Tests run on a thread of their own, so that a dialog that waits for an answer holds up no test.
 */
package dev.virtworkbench.ui.tests.driver;
