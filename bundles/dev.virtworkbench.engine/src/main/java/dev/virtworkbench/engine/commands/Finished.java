package dev.virtworkbench.engine.commands;

/**
 * What a program left behind.
 *
 * @param code what it ended with; 0 is well
 * @param output what it printed
 * @param errors what it printed for errors
 */
public record Finished(int code, String output, String errors) { }
