package dev.virtworkbench.server.command;

import java.io.IOException;

/** Writes what was found, document by document, to standard output. Called on one thread. */
interface Report {

    default void begin() throws IOException {
    }

    void judged(Judgement.Judged document) throws IOException;

    /** Something else came of an input; standard error tells of it as well. */
    default void notJudged(Judgement.NotJudged input) throws IOException {
    }

    /** @param exitCode what the process ends with */
    default void end(int exitCode) throws IOException {
    }
}
