package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Message;
import java.nio.file.Path;

/** One thing to judge, in the order in which it is told. */
sealed interface Input {

    /** What it is called: as it was given, or the folder as it was given and the way from there. */
    String name();

    /**
     * @param path where it is
     * @param named whether the person named this very file, and did not just name a folder above it
     */
    record File(String name, Path path, boolean named) implements Input {
    }

    record StandardInput(String name) implements Input {
    }

    /**
     * What cannot be judged and is told why.
     *
     * @param failure whether the person has to expect it to be judged
     */
    record Unusable(String name, Message reason, boolean failure) implements Input {
    }
}
