package dev.virtworkbench.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import org.junit.jupiter.api.Test;

class ReadBackTest {

    @Test
    void aFailureSaysThatTheTextWasApplied() {
        VirtException failure = assertThrows(VirtException.class, () -> ReadBack.of("disk.qcow2", () -> {
            throw VirtException.ofLibvirt(Operation.VOLUME_XML, "disk.qcow2", ErrorCode.NO_STORAGE_VOL, 0, "no volume with that name", null);
        }));
        assertEquals(Operation.APPLY, failure.operation());
        assertTrue(failure.getMessage().contains("the text was applied") && failure.getMessage().contains("no volume with that name"),
                failure.getMessage());
    }

    @Test
    void whatIsReadIsGiven() {
        assertEquals("<volume/>", ReadBack.of("disk.qcow2", () -> "<volume/>"));
    }
}
