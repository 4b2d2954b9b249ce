package dev.virtworkbench.explorer.model;

import java.util.Optional;

/** Told when there is something new to show. */
@FunctionalInterface
public interface ContentsListener {

    /**
     * On any thread; returns at once.
     *
     * @param below the node that has changed, or has other children; empty if there are other hosts
     */
    void contentsChanged(Optional<Node> below);

    /** On the UI thread: a person has made something, and wants to see it. */
    default void made(Newcomer newcomer) { }
}
