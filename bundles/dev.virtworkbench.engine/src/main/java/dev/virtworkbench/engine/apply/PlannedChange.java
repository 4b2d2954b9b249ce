package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.language.findings.Message;
import java.util.Optional;

/**
 * A difference between the object as it is and the text, and what comes of it.
 *
 * @param operation which operation does it, in words; present if and only if the effect is {@link Effect#NEEDS_OPERATION}
 */
public record PlannedChange(Change change, Effect effect, Optional<Message> operation) {

    static PlannedChange now(Change change) {
        return new PlannedChange(change, Effect.NOW, Optional.empty());
    }

    static PlannedChange nextStart(Change change) {
        return new PlannedChange(change, Effect.AT_NEXT_START, Optional.empty());
    }

    /** @param key in this package's messages */
    static PlannedChange needs(Change change, String key) {
        return new PlannedChange(change, Effect.NEEDS_OPERATION, Optional.of(Message.of(PlannedChange.class, key)));
    }

    /** Change and effect in one line. */
    public Message message() {
        return Message.of(PlannedChange.class, "effect." + effect, change.message(),
                operation.<Object>map(words -> words).orElse(""));
    }
}
