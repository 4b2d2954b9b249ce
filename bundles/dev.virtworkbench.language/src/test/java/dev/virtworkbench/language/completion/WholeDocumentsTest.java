package dev.virtworkbench.language.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtSuite;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document to begin with is offered where there is none, and is right as it is. */
class WholeDocumentsTest {

    private static final String DECLARED = "<?xml version='1.0'?>\n<!-- images -->\n";

    static Stream<Proposal> documents() {
        return WholeDocuments.at("", 0, false).stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachIsValid(Proposal proposal) throws SchemaException {
        LibvirtDocument document = LibvirtSuite.LANGUAGE.read("new.xml", proposal.text()).orElseThrow();
        assertEquals(List.of(), document.findings(WorkspaceFacts.NONE).stream().map(each -> each.text(Locale.ENGLISH)).toList(),
                proposal.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "<|", "<poo|", "poo|", "  \n|\n", DECLARED + "|", DECLARED + "<p|"})
    void whatIsTypedIsReplaced(String marked) {
        int offset = marked.indexOf('|');
        String text = marked.replace("|", "");
        Proposal first = WholeDocuments.at(text, offset, false).getFirst();
        String accepted = TextEdit.apply(text, List.of(new TextEdit(first.replaced(), first.text())));
        assertTrue(LibvirtSuite.LANGUAGE.read("new.xml", accepted).orElseThrow().tree().wellFormed(), accepted);
        assertTrue(first.filter().startsWith(first.replaced().of(text)), first.filter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<pool>|</pool>", "|<pool/>", "<pool/>|", "<!-- | -->", "<?xml |?>", "<pool |"})
    void elsewhereThereIsNothing(String marked) {
        assertEquals(List.of(), WholeDocuments.at(marked.replace("|", ""), marked.indexOf('|'), true));
    }
}
