package dev.virtworkbench.engine.difference;

/**
 * One element on the way from the root to a place.
 *
 * @param name the element's name as written
 * @param identity what tells it from its siblings of that name, as in {@code vdb}; empty where nothing does
 */
public record Step(String name, String identity) {

    /** As in {@code disk vdb}. */
    String words() {
        return identity.isEmpty() ? name : name + " " + identity;
    }

    @Override
    public String toString() {
        return identity.isEmpty() ? name : name + "[" + identity + "]";
    }
}
