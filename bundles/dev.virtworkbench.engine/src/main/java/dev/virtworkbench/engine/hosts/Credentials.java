package dev.virtworkbench.engine.hosts;

import java.util.Optional;

/** The person, as far as a connection has to ask. Called on a thread of the host's, which waits for the answer. */
@FunctionalInterface
public interface Credentials {

    /** Nobody to ask. */
    Credentials NONE = question -> Optional.empty();

    /** The answer; empty to give up. It is passed on and kept nowhere. */
    Optional<String> ask(Question question);

    /**
     * @param host URI of the host that is being connected
     * @param prompt the other side's words
     * @param proposal what may be taken for an answer; empty if nothing
     * @param secret whether the answer must not be shown while it is typed
     */
    record Question(String host, String prompt, String proposal, boolean secret) { }
}
