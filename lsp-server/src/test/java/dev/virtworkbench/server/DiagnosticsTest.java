package dev.virtworkbench.server;

import static dev.virtworkbench.server.Editor.answer;
import static dev.virtworkbench.server.Editor.id;
import static dev.virtworkbench.server.Editor.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When diagnostics are told, to whom, and of which documents. */
class DiagnosticsTest {

    private static final String POOL = "<pool type='dir'>\n  <name>images</name>\n  <target><path>/x</path></target>\n</pool>\n";
    private static final String TYPO = POOL.replace("name>", "nmae>");
    private static final String PULLS = "{\"locale\": \"en\", \"capabilities\": {\"workspace\": {\"diagnostics\":"
            + " {\"refreshSupport\": true}}, \"textDocument\": {\"diagnostic\": {}}}}";

    @Test
    void everyEditIsJudgedAndEachJudgementNamesItsVersion() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.pool.xml", TYPO);
            var opened = editor.client.nextDiagnostics(uri);
            assertEquals(1, opened.getDiagnostics().size());
            assertEquals(1, opened.getVersion());
            String text = TYPO;
            int at = text.indexOf("nmae");
            editor.change(uri, 2, replace(text, at, at + 4, "name"), replace(text.replaceFirst("nmae", "name"),
                    text.lastIndexOf("nmae"), text.lastIndexOf("nmae") + 4, "name"));
            var edited = editor.client.nextDiagnostics(uri);
            assertEquals(List.of(), edited.getDiagnostics());
            assertEquals(2, edited.getVersion());
        }
    }

    @Test
    void manyEditsInARowEndWithTheNewestText() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.pool.xml", TYPO);
            for (int version = 2; version < 100; version++) {
                editor.change(uri, version, new TextDocumentContentChangeEvent(version % 2 == 0 ? POOL : TYPO));
            }
            var last = editor.client.nextDiagnostics(uri);
            while (last.getVersion() < 99) {
                last = editor.client.nextDiagnostics(uri);
            }
            assertEquals(1, last.getDiagnostics().size());
        }
    }

    @Test
    void whatIsWrongSaysHowManyFixesItHas() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.pool.xml", TYPO);
            assertEquals("{\"fixes\":1}", editor.client.nextDiagnostics(uri).getDiagnostics().getFirst().getData().toString());
        }
    }

    /** Each mistake's fixes are tried on the whole text: with hundreds in a long one that would keep what is judged behind it waiting. */
    @Test
    void whereThatWouldTakeLongItIsNotSaid() {
        String disk = "    <disk type='file'>\n      <sorce file='/x'/>\n      <target dev='vda'/>\n    </disk>\n";
        String domain = "<domain type='kvm'>\n  <name>a</name>\n  <devices>\n" + disk.repeat(400) + "  </devices>\n</domain>\n";
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.xml", domain);
            List<Diagnostic> told = editor.client.nextDiagnostics(uri).getDiagnostics();
            assertTrue(told.size() >= 400, told.size() + " found");
            told.forEach(each -> assertNull(each.getData()));
        }
    }

    @Test
    void closingTakesThemBack() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.pool.xml", TYPO);
            assertEquals(1, editor.client.nextDiagnostics(uri).getDiagnostics().size());
            editor.close(uri);
            assertEquals(List.of(), editor.client.nextDiagnostics(uri).getDiagnostics());
        }
    }

    @Test
    void aClientThatPullsIsNeverPushed() {
        try (Editor editor = new Editor().start(PULLS)) {
            String uri = editor.open("a.pool.xml", TYPO);
            assertEquals(1, pull(editor, uri, null).getRelatedFullDocumentDiagnosticReport().getItems().size());
            editor.change(uri, 2, new TextDocumentContentChangeEvent(POOL));
            assertEquals(List.of(), pull(editor, uri, null).getRelatedFullDocumentDiagnosticReport().getItems());
            editor.close(uri);
            editor.open("b.pool.xml", POOL);
            pull(editor, "file:///project/b.pool.xml", null);
            assertFalse(editor.client.hasMoreDiagnostics(uri));
        }
    }

    @Test
    void whatIsPulledTwiceUnchangedIsSaidToBeUnchanged() {
        try (Editor editor = new Editor().start(PULLS)) {
            String uri = editor.open("a.pool.xml", TYPO);
            String first = pull(editor, uri, null).getRelatedFullDocumentDiagnosticReport().getResultId();
            assertEquals(first, pull(editor, uri, first).getRelatedUnchangedDocumentDiagnosticReport().getResultId());
            editor.change(uri, 2, new TextDocumentContentChangeEvent(POOL));
            String second = pull(editor, uri, first).getRelatedFullDocumentDiagnosticReport().getResultId();
            assertNotEquals(first, second);
        }
    }

    @Test
    void settingsThatMatterMakeAPullingClientPullAgain() {
        try (Editor editor = new Editor().start(PULLS)) {
            String uri = editor.open("a.pool.xml", TYPO);
            pull(editor, uri, null);
            editor.settings("{\"virtWorkbench\": {\"validation\": {\"enabled\": false}}}");
            assertEquals("diagnostics", editor.client.nextRefresh());
            assertEquals(List.of(), pull(editor, uri, null).getRelatedFullDocumentDiagnosticReport().getItems());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.xml, xml, 1", "a.xml, '', 1", "a.XML, plaintext, 1", "a, xml, 1", "a, libvirt-xml, 1", "a, libvirt, 1",
        "a, nxml, 1", "a.txt, plaintext, 0", "a.html, html, 0"})
    void isServedWhereLanguageOrNameSaysXml(String name, String languageId, int findings) {
        try (Editor editor = new Editor().start(PULLS)) {
            String uri = editor.open(name, languageId, TYPO);
            assertEquals(findings, pull(editor, uri, null).getRelatedFullDocumentDiagnosticReport().getItems().size());
        }
    }

    @Test
    void othersDocumentsAreLeftAloneEvenIfTheyHaveOurRoot() {
        try (Editor editor = Editor.started()) {
            String glassfish = editor.open("domain.xml", "<domain log-root='${com.sun.aas}/logs' version='5'>"
                    + "<security-configurations/><applications/><servers/></domain>");
            String html = editor.open("page.xml", "<html><boddy></html>");
            String ours = editor.open("a.pool.xml", TYPO);
            editor.client.nextDiagnostics(ours);
            assertFalse(editor.client.hasMoreDiagnostics(glassfish));
            assertFalse(editor.client.hasMoreDiagnostics(html));
        }
    }

    @Test
    void aDocumentThatStopsBeingLibvirtsIsClearedOnce() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.xml", TYPO);
            assertEquals(1, editor.client.nextDiagnostics(uri).getDiagnostics().size());
            editor.change(uri, 2, new TextDocumentContentChangeEvent("<html/>"));
            assertEquals(List.of(), editor.client.nextDiagnostics(uri).getDiagnostics());
            editor.change(uri, 3, new TextDocumentContentChangeEvent("<html><p/></html>"));
            editor.change(uri, 4, new TextDocumentContentChangeEvent(TYPO));
            List<Diagnostic> again = editor.client.nextDiagnostics(uri).getDiagnostics();
            assertEquals(1, again.size());
        }
    }

    @Test
    void aDiagnosticSaysWhoSaysSoAndWhereToReadMore() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.pool.xml", TYPO);
            Diagnostic diagnostic = editor.client.nextDiagnostics(uri).getDiagnostics().getFirst();
            assertEquals("libvirt schema", diagnostic.getSource());
            assertEquals("unknown-element", diagnostic.getCode().getLeft());
            assertTrue(diagnostic.getCodeDescription().getHref().startsWith("https://libvirt.org/"));
        }
    }

    private static DocumentDiagnosticReport pull(Editor editor, String uri, String previous) {
        DocumentDiagnosticParams params = new DocumentDiagnosticParams(id(uri));
        params.setPreviousResultId(previous);
        return answer(editor.server.getTextDocumentService().diagnostic(params));
    }
}
