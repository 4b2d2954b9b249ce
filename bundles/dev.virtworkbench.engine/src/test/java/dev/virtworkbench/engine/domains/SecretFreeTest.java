package dev.virtworkbench.engine.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import org.junit.jupiter.api.Test;

class SecretFreeTest {

    private static final String DOCUMENT = "<domain><devices><graphics passwd='geheim'/></devices></domain>";

    @Test
    void aQuotedPasswordIsHiddenWithItsCause() {
        LibvirtError safe = refused(new LibvirtError(ErrorCode.XML_ERROR, 0, "cannot use 'geheim' as a password"));
        assertEquals("cannot use '•••' as a password", safe.getMessage());
        assertEquals(ErrorCode.XML_ERROR, safe.code());
        assertNull(safe.getCause());
    }

    @Test
    void anyOtherFailureStaysWhatItIs() {
        LibvirtError failure = new LibvirtError(ErrorCode.XML_ERROR, 0, "no such pool");
        assertSame(failure, refused(failure));
    }

    private static LibvirtError refused(LibvirtError failure) {
        return assertThrows(LibvirtError.class, () -> SecretFree.call(DOCUMENT, () -> {
            throw failure;
        }));
    }
}
