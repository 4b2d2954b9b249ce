package dev.virtworkbench.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApplyRequestTest {

    @Test
    void whatOthersNameComesFirst() {
        List<DocumentKind> mixed = List.of(DocumentKind.DOMAIN, DocumentKind.STORAGE_VOLUME, DocumentKind.SECRET,
                DocumentKind.STORAGE_POOL, DocumentKind.NETWORK, DocumentKind.DOMAIN);
        assertEquals(List.of(DocumentKind.SECRET, DocumentKind.NETWORK, DocumentKind.STORAGE_POOL, DocumentKind.STORAGE_VOLUME,
                DocumentKind.DOMAIN, DocumentKind.DOMAIN), ApplyRequest.inOrder(mixed.stream()
                        .map(kind -> ApplyRequest.document(kind, "")).toList()).stream().map(ApplyRequest::kind).toList());
    }

    @Test
    void onlyWhatTheEngineHoldsIsApplicable() {
        assertEquals(List.of(false, false, false), Stream.of(DocumentKind.NETWORK_FILTER, DocumentKind.HOST_INTERFACE,
                DocumentKind.DOMAIN_SNAPSHOT).map(ApplyRequest::applicable).toList());
    }

    @Test
    void noTextGetsIntoALog() {
        assertFalse(ApplyRequest.document(DocumentKind.DOMAIN, "<graphics passwd='geheim'/>").toString().contains("geheim"));
    }
}
