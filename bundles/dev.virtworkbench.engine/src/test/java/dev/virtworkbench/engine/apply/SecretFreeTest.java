package dev.virtworkbench.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SecretFreeTest {

    private static final XmlTree DOCUMENT = XmlTree.parse("<domain><devices><graphics passwd='geheim'/></devices></domain>");

    @Test
    void aQuotedPasswordIsHiddenWithItsCause() {
        VirtException safe = SecretFree.of(failure("cannot use 'geheim' as a password"), DOCUMENT);
        assertEquals("cannot use '•••' as a password", safe.why().arguments().getFirst());
        assertEquals(ErrorCode.XML_ERROR, safe.code());
        assertNull(safe.getCause());
        assertEquals(false, safe.text().in(Locale.SIMPLIFIED_CHINESE).contains("geheim"));
    }

    @Test
    void anyOtherFailureStaysWhatItIs() {
        VirtException failure = failure("no such pool");
        assertSame(failure, SecretFree.of(failure, DOCUMENT));
    }

    private static VirtException failure(String words) {
        return VirtException.ofLibvirt(Operation.DOMAIN_DEFINE, "d", ErrorCode.XML_ERROR, 0, words,
                new IllegalStateException(words));
    }
}
