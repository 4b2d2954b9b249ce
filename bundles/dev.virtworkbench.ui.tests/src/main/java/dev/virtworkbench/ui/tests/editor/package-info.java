/** The editor of libvirt XML as a person meets it: in a running workbench, with keys typed and menus chosen. */
package dev.virtworkbench.ui.tests.editor;
