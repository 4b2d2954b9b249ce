package dev.virtworkbench.engine.inside;

import dev.virtworkbench.language.findings.Message;
import java.util.List;

/**
 * What was copied to this machine.
 *
 * @param files how many files, folders and links
 * @param bytes of files
 * @param left what was not copied, and why, each a line: devices, sockets, names that this machine cannot write
 */
public record Copied(int files, long bytes, List<Message> left) {

    public Copied {
        left = List.copyOf(left);
    }
}
