package dev.virtworkbench.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.language.findings.Message;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolAbilitiesTest {

    @Test
    void eachReasonHasItsWordsInBothLanguages() {
        int reasons = 0;
        for (PoolType type : PoolType.values()) {
            for (Operation operation : Operation.values()) {
                Optional<Message> lacks = PoolAbilities.lacks(type.word(), operation);
                if (lacks.isPresent()) {
                    reasons++;
                    assertFalse(lacks.get().in(Locale.ENGLISH).startsWith("lacks."), lacks.toString());
                    assertTrue(lacks.get().in(Locale.SIMPLIFIED_CHINESE).codePoints().anyMatch(Character::isIdeographic), lacks.toString());
                }
            }
        }
        assertTrue(reasons > 40);
    }

    @Test
    void whereVolumesAreFoundNoneAreMade() {
        for (PoolType type : PoolType.values()) {
            assertEquals(type.makesVolumes(), PoolAbilities.lacks(type.word(), Operation.VOLUME_CREATE).isEmpty(), type.word());
            if (!type.buildChoices().isEmpty()) {
                assertEquals(Optional.empty(), PoolAbilities.lacks(type.word(), Operation.POOL_BUILD), type.word());
            }
        }
        assertEquals(Optional.empty(), PoolAbilities.lacks("a type of next year", Operation.VOLUME_CREATE));
    }
}
