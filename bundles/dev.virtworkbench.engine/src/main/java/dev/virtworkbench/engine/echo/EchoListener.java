package dev.virtworkbench.engine.echo;

import dev.virtworkbench.language.findings.Message;

/** Told of each call's equivalent command just before the call is made, on an engine thread: return at once. */
@FunctionalInterface
public interface EchoListener {

    void called(Command command);

    /**
     * Told of a look at so many objects that their commands would bury all others.
     *
     * @param uri of the host
     * @param at what was looked through, and what for
     */
    default void looked(String uri, Message at) { }
}
