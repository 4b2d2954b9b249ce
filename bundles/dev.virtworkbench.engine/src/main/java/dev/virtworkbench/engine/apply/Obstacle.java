package dev.virtworkbench.engine.apply;

import dev.virtworkbench.language.findings.Message;

/**
 * What stands between a plan and its execution.
 *
 * @param decision what somebody has to decide to go on; {@link Decision#NONE} if nobody can
 */
public record Obstacle(Decision decision, Message message) {

    static Obstacle of(Decision decision, String key, Object... arguments) {
        return new Obstacle(decision, Message.of(Obstacle.class, key, arguments));
    }
}
