/**
 * The {@code validate} command: judges files and folders and tells what is wrong, as text, JSON or SARIF, or mends what needs
 * no choice. {@link dev.virtworkbench.server.command.ValidateCommand} is its door.
 */
package dev.virtworkbench.server.command;
