/** The explorer and its dialogs, in a running workbench. */
package dev.virtworkbench.ui.tests.explorer;
