package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.language.findings.Message;

/** Something in the explorer's tree. */
public sealed interface Node permits HostObject, Node.Group, Node.Note {

    /** The host it belongs to. */
    Host host();

    /** The kinds of objects below a host, in their order. */
    enum Kind {
        POOLS, DOMAINS, NETWORKS, SECRETS
    }

    /** What a host has of a kind. */
    record Group(Host host, Kind kind) implements Node { }

    /**
     * Words in the place of what is not there: it is being read, could not be read, or there is none and what to do then.
     *
     * @param below the node whose children it stands for
     */
    record Note(Node below, Message text) implements Node {
        @Override
        public Host host() {
            return below.host();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Note that && below.equals(that.below) && text.key().equals(that.text.key());
        }

        @Override
        public int hashCode() {
            return below.hashCode();
        }
    }
}
