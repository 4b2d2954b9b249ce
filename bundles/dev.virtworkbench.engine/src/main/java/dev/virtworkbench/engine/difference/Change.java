package dev.virtworkbench.engine.difference;

import dev.virtworkbench.language.findings.Message;
import java.util.Optional;

/**
 * One thing that differs.
 *
 * @param before empty if it was added
 * @param after empty if it was removed
 */
public record Change(ChangeKind kind, Place place, Optional<Side> before, Optional<Side> after) {

    static Change added(Place place, Side after) {
        return new Change(ChangeKind.ADDED, place, Optional.empty(), Optional.of(after));
    }

    static Change removed(Place place, Side before) {
        return new Change(ChangeKind.REMOVED, place, Optional.of(before), Optional.empty());
    }

    static Change changed(Place place, Side before, Side after) {
        return new Change(ChangeKind.CHANGED, place, Optional.of(before), Optional.of(after));
    }

    /** As in {@code disk vdb · source file: /a → /b}. Never holds a secret. */
    public Message message() {
        String was = before.map(Side::value).orElse("");
        String is = after.map(Side::value).orElse("");
        String key = switch (kind) {
            case ADDED -> is.isEmpty() ? "added" : "added.value";
            case REMOVED -> was.isEmpty() ? "removed" : "removed.value";
            case CHANGED -> "changed";
        };
        return Message.of(Change.class, key, place.words(), was, is);
    }

    @Override
    public String toString() {
        return kind + " " + place + " " + before.map(Side::value).orElse("") + " -> " + after.map(Side::value).orElse("");
    }
}
