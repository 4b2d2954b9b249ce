/** The language server inside the workbench: starting it, and talking to it over LSP. The only package that opens connections. */
package dev.virtworkbench.editor.client;
