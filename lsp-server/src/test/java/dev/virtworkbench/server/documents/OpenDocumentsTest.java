package dev.virtworkbench.server.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.language.syntax.LineIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDocumentsTest {

    private static final String URI = "file:///project/a.pool.xml";

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> judged = new ArrayList<>();
    private final List<BooleanSupplier> overtaken = new ArrayList<>();
    private final OpenDocuments documents = new OpenDocuments(() -> new LibvirtLanguage(new Schemas(List.of(), Runnable::run)),
            threads::add, threads::add, (document, outdated) -> {
                judged.add(document.current().text());
                overtaken.add(outdated);
            });

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theServersTextIsTheEditorsAfterAnyEdits(long seed) {
        Random random = new Random(seed);
        StringBuilder editor = new StringBuilder("<pool type='dir'>\r\n  <name>💾</name>\n</pool>\r");
        documents.open(new TextDocumentItem(URI, "xml", 1, editor.toString()));
        for (int version = 2; version < 200; version++) {
            List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                changes.add(change(random, editor));
            }
            documents.edit(URI, version, changes);
            assertEquals(editor.toString(), documents.find(URI).orElseThrow().current().text());
        }
    }

    /** Makes a random change in the editor's own text and tells it as editors do. */
    private static TextDocumentContentChangeEvent change(Random random, StringBuilder editor) {
        String[] pieces = {"", "<", ">", "</name>", "\n", "\r\n", "\r", "é", "💾", "a'b\"c", "  ", "<!--"};
        String piece = pieces[random.nextInt(pieces.length)];
        if (random.nextInt(20) == 0) {
            editor.setLength(0);
            editor.append("<pool>\n").append(piece);
            return new TextDocumentContentChangeEvent(editor.toString());
        }
        LineIndex lines = new LineIndex(editor.toString());
        var start = lines.position(random.nextInt(editor.length() + 1));
        var end = lines.position(Math.min(lines.offset(start) + random.nextInt(6), editor.length()));
        // Positions inside of a line break do not exist: an editor never names one.
        editor.replace(lines.offset(start), Math.max(lines.offset(start), lines.offset(end)), piece);
        return new TextDocumentContentChangeEvent(new Range(new Position(start.line(), start.character()),
                new Position(end.line(), end.character())), piece);
    }

    @Test
    void positionsOutsideTheTextCountAsTheNearestPlaceInIt() {
        documents.open(new TextDocumentItem(URI, "xml", 1, "ab\ncd"));
        edit(2, new Range(new Position(0, 99), new Position(0, 99)), "!");
        edit(3, new Range(new Position(99, 0), new Position(99, 7)), "?");
        edit(4, new Range(new Position(-1, -1), new Position(-1, -1)), "^");
        assertEquals("^ab!\ncd?", text());
    }

    @Test
    void aRangeWrittenBackwardsCountsAsItsReverse() {
        documents.open(new TextDocumentItem(URI, "xml", 1, "abcd"));
        edit(2, new Range(new Position(0, 3), new Position(0, 1)), "-");
        assertEquals("a-d", text());
    }

    @Test
    void editsWhileATextIsJudgedAreJudgedOnceAndTheOlderJudgementIsDropped() {
        documents.open(new TextDocumentItem(URI, "xml", 1, "one"));
        Runnable judging = threads.remove();
        edit(2, null, "two");
        judging.run();
        assertEquals(List.of("two"), judged, "the newest text is judged even if an edit came before its turn");

        edit(3, null, "three");
        threads.remove().run();
        edit(4, null, "four");
        assertTrue(overtaken.getLast().getAsBoolean(), "what was judged of the older text is outdated");
        threads.remove().run();
        assertEquals(List.of("two", "three", "four"), judged);
        assertTrue(threads.isEmpty());
    }

    @Test
    void requestsAboutADocumentAreAnsweredInTheirOrder() {
        OpenDocument document = documents.open(new TextDocumentItem(URI, "xml", 1, "one"));
        threads.clear();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int request = i;
            document.enqueue(() -> order.add(request));
        }
        while (!threads.isEmpty()) {
            assertEquals(1, threads.size(), "one at a time");
            threads.remove().run();
        }
        assertEquals(List.of(0, 1, 2), order);
    }

    private void edit(int version, Range range, String text) {
        documents.edit(URI, version, List.of(new TextDocumentContentChangeEvent(range, text)));
    }

    private String text() {
        return documents.find(URI).orElseThrow().current().text();
    }
}
