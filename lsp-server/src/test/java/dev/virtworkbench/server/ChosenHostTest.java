package dev.virtworkbench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Completion proposes what the host of the settings has; a host that cannot be had costs nothing else. */
class ChosenHostTest {

    private static final String DISK = "<disk type='volume' device='disk'><source pool='' volume='a'/><target dev='vda'/></disk>";

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void itsPoolsAreProposed() {
        try (Editor editor = new Editor().start(
                "{\"capabilities\": {}, \"initializationOptions\": {\"host\": {\"uri\": \"test:///default\"}}}")) {
            String uri = editor.open("disk.xml", DISK);
            List<String> proposed = pools(editor, uri);
            while (!proposed.contains("default-pool")) {
                // It connects beside everything else.
                proposed = pools(editor, uri);
            }
            editor.settings("{\"virtWorkbench\": {\"host\": {\"uri\": \"\"}}}");
            assertEquals(List.of(), pools(editor, uri));
        }
    }

    @Test
    void oneThatCannotBeHadIsToldOnce() {
        try (Editor editor = new Editor().start(
                "{\"capabilities\": {}, \"initializationOptions\": {\"host\": {\"uri\": \"test:///no/such/file.xml\"}}}")) {
            String told = editor.client.nextShown().getMessage();
            assertTrue(told.contains("test:///no/such/file.xml"), told);
            assertEquals(List.of(), pools(editor, editor.open("disk.xml", DISK)));
        }
    }

    private static List<String> pools(Editor editor, String uri) {
        return Editor.answer(editor.server.getTextDocumentService().completion(new CompletionParams(
                Editor.id(uri), Editor.position(DISK, DISK.indexOf("pool='") + "pool='".length()))))
                .getRight().getItems().stream().map(CompletionItem::getLabel).toList();
    }
}
