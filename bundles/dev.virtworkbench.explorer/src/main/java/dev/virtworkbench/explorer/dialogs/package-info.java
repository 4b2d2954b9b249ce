/** What asks a person and what tells them: questions before something is lost, failures with what to do, passwords. */
package dev.virtworkbench.explorer.dialogs;
