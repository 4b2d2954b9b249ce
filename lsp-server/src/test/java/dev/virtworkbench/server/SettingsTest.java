package dev.virtworkbench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings come in three ways and several shapes; all mean the same. */
class SettingsTest {

    private static final String TYPO = "<pool type='dir'>\n  <nmae>images</nmae>\n  <target><path>/x</path></target>\n</pool>\n";

    /** The section alone, among others, with dots in its names. */
    static final List<String> SHAPES = List.of(
            "{\"rules\": {\"unknown-element\": \"hint\"}}",
            "{\"virtWorkbench\": {\"rules\": {\"unknown-element\": \"hint\"}}, \"editor\": {\"tabSize\": 2}}",
            "{\"virtWorkbench.rules.unknown-element\": \"hint\"}",
            "{\"virtWorkbench\": {\"rules.unknown-element\": \"Hint\"}}");

    @ParameterizedTest
    @FieldSource("SHAPES")
    void fromInitializationOptions(String settings) {
        try (Editor editor = new Editor().start("{\"capabilities\": {}, \"initializationOptions\": " + settings + "}")) {
            assertEquals(DiagnosticSeverity.Hint, first(editor, editor.open("a.pool.xml", TYPO)).getSeverity());
        }
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void fromWhatTheClientAnswersBeforeAnythingIsPublished(String settings) {
        try (Editor editor = new Editor()) {
            editor.client.settings = JsonParser.parseString(settings);
            editor.start("{\"capabilities\": " + Editor.MODERN + "}");
            assertEquals(DiagnosticSeverity.Hint, first(editor, editor.open("a.pool.xml", TYPO)).getSeverity());
        }
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void fromAChangeNoticeWhichJudgesOpenDocumentsAgain(String settings) {
        try (Editor editor = new Editor().start("{\"capabilities\": {}}")) {
            String uri = editor.open("a.pool.xml", TYPO);
            assertEquals(DiagnosticSeverity.Error, first(editor, uri).getSeverity());
            editor.settings(settings);
            assertEquals(DiagnosticSeverity.Hint, first(editor, uri).getSeverity());
        }
    }

    @Test
    void aChangeNoticeThatNamesNothingMakesTheServerAsk() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.pool.xml", TYPO);
            first(editor, uri);
            editor.client.settings = JsonParser.parseString(SHAPES.getFirst());
            editor.settings("null");
            assertEquals(DiagnosticSeverity.Hint, first(editor, uri).getSeverity());
            editor.client.settings = JsonNull.INSTANCE;
        }
    }

    @Test
    void aFindingCanBeSwitchedOffAndOnAgain() {
        try (Editor editor = new Editor().start("{\"capabilities\": {}}")) {
            String uri = editor.open("a.pool.xml", TYPO);
            first(editor, uri);
            editor.settings("{\"virtWorkbench\": {\"rules\": {\"unknown-element\": \"off\"}}}");
            assertEquals(List.of(), editor.client.nextDiagnostics(uri).getDiagnostics());
            editor.settings("{\"virtWorkbench\": {\"rules\": {}}}");
            assertEquals(DiagnosticSeverity.Error, first(editor, uri).getSeverity());
        }
    }

    @Test
    void aSeverityThatIsSetToNothingIsTheRulesOwnAgain() {
        try (Editor editor = new Editor().start("{\"capabilities\": {}, \"initializationOptions\":"
                + " {\"virtWorkbench\": {\"rules\": {\"unknown-element\": \"hint\"}}}}")) {
            String uri = editor.open("a.pool.xml", TYPO);
            assertEquals(DiagnosticSeverity.Hint, first(editor, uri).getSeverity());
            editor.settings("{\"virtWorkbench\": {\"rules\": {\"unknown-element\": \"\"}}}");
            assertEquals(DiagnosticSeverity.Error, first(editor, uri).getSeverity());
        }
    }

    @Test
    void judgingCanBeSwitchedOff() {
        try (Editor editor = new Editor().start("{\"capabilities\": {}, \"initializationOptions\":"
                + " {\"virtWorkbench\": {\"validation\": {\"enabled\": false}}}}")) {
            String uri = editor.open("a.pool.xml", TYPO);
            assertEquals(List.of(), editor.client.nextDiagnostics(uri).getDiagnostics());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"capabilities\": {}, \"locale\": \"zh-cn\"}",
        "{\"capabilities\": {}, \"locale\": \"en\", \"initializationOptions\": {\"virtWorkbench\": {\"locale\": \"zh_CN.UTF-8\"}}}"})
    void messagesAreInThePersonsLanguage(String initialize) {
        try (Editor editor = new Editor().start(initialize)) {
            String message = first(editor, editor.open("a.pool.xml", TYPO)).getMessage().getLeft();
            assertTrue(message.codePoints().anyMatch(Character::isIdeographic), message);
        }
    }

    @Test
    void schemasComeFromTheFolderThatIsSet(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("storagepool.rng"), """
                <element name="pool" xmlns="http://relaxng.org/ns/structure/1.0">
                  <attribute name="type"/><element name="nmae"><text/></element>
                  <element name="target"><element name="path"><text/></element></element>
                </element>
                """);
        try (Editor editor = new Editor().start("{\"capabilities\": {}, \"initializationOptions\": {\"virtWorkbench\":"
                + " {\"schemas\": {\"path\": \"" + folder + "\"}}}}")) {
            String uri = editor.open("a.pool.xml", TYPO);
            assertEquals(List.of(), editor.client.nextDiagnostics(uri).getDiagnostics());
            editor.settings("{\"virtWorkbench\": {\"schemas\": {\"path\": \"\"}}}");
            assertFalse(editor.client.nextDiagnostics(uri).getDiagnostics().isEmpty(), "the usual places hold again");
        }
    }

    @Test
    void aFolderWithoutSchemasIsToldAndTheUsualPlacesAreTaken(@TempDir Path folder) {
        for (String path : Stream.of(folder.resolve("none"), folder).map(Path::toString).toList()) {
            try (Editor editor = new Editor().start("{\"capabilities\": {}, \"locale\": \"en\", \"initializationOptions\":"
                    + " {\"virtWorkbench\": {\"schemas\": {\"path\": \"" + path + "\"}}}}")) {
                var message = editor.client.nextShown();
                assertEquals(MessageType.Error, message.getType());
                assertTrue(message.getMessage().contains(path), message.getMessage());
                assertFalse(first(editor, editor.open("a.pool.xml", TYPO)).getMessage().getLeft().isEmpty());
            }
        }
    }

    private static Diagnostic first(Editor editor, String uri) {
        return editor.client.nextDiagnostics(uri).getDiagnostics().getFirst();
    }
}
