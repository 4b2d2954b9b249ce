package dev.virtworkbench.engine.libvirt;

import java.util.Optional;

/** Answers what libvirt asks while it connects. Called on the connecting thread, which waits. */
@FunctionalInterface
public interface CredentialSource {

    /** Gives up on every question. */
    CredentialSource NONE = (prompt, proposal, secret) -> Optional.empty();

    /**
     * @param prompt libvirt's question
     * @param proposal what it would take for an answer; empty if nothing
     * @param secret whether the answer must not be shown
     * @return the answer; empty to give up connecting
     */
    Optional<String> answer(String prompt, String proposal, boolean secret);
}
