package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.language.findings.Message;
import java.util.Optional;

/**
 * What stands between a plan and its execution.
 *
 * @param decision what somebody has to decide to go on; {@link Decision#NONE} if nobody can
 * @param loss what that decision destroys: to be shown, and agreed to, before it counts
 */
public record Obstacle(Decision decision, Message message, Optional<Loss> loss) {

    static Obstacle of(Decision decision, String key, Object... arguments) {
        return new Obstacle(decision, Message.of(Obstacle.class, key, arguments), Optional.empty());
    }

    static Obstacle losing(Loss loss, Decision decision, String key, Object... arguments) {
        return new Obstacle(decision, Message.of(Obstacle.class, key, arguments), Optional.of(loss));
    }
}
