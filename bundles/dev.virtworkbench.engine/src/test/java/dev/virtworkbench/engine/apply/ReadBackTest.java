package dev.virtworkbench.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadBackTest {

    @Test
    void aFailureSaysThatTheTextWasApplied() {
        VirtException failure = assertThrows(VirtException.class, () -> ReadBack.of("disk.qcow2", () -> {
            throw VirtException.ofLibvirt(Operation.VOLUME_XML, "disk.qcow2", ErrorCode.NO_STORAGE_VOL, 0, "no volume with that name", null);
        }, () -> { }));
        assertEquals(Operation.APPLY, failure.operation());
        assertTrue(failure.getMessage().contains("the text was applied") && failure.getMessage().contains("no volume with that name"),
                failure.getMessage());
    }

    @Test
    void whatIsReadIsGiven() {
        assertEquals("<volume/>", ReadBack.of("disk.qcow2", () -> "<volume/>", () -> {
            throw new AssertionError("it was read");
        }));
    }

    @Test
    void whatCannotBeReadBackIsToldAsItWasSent() {
        UUID uuid = new UUID(0, 7);
        Definitions dropped = new Definitions() {
            @Override
            public List<Entry> all() {
                return List.of(new Entry(uuid, "lan", false, true));
            }

            @Override
            public String xml(Entry entry) {
                throw VirtException.ofLibvirt(Operation.NETWORK_XML, "lan", ErrorCode.RPC, 0, "end of file", null);
            }

            @Override
            public Entry define(String xml, boolean validate) {
                return new Entry(uuid, "lan", false, true);
            }

            @Override
            public Operation operation() {
                return Operation.NETWORK_DEFINE;
            }
        };
        ApplyRequest request = ApplyRequest.document(DocumentKind.NETWORK, "<network><name>lan</name></network>");
        List<Applied> told = new ArrayList<>();
        assertThrows(VirtException.class, () -> new DefinitionApply("test:///default", dropped).made(request, true, told::add));
        assertEquals(List.of(request.text()), told.stream().map(Applied::after).toList());
        assertEquals(List.of(), told.getFirst().dropped());
        assertEquals(uuid, told.getFirst().uuid());
    }
}
