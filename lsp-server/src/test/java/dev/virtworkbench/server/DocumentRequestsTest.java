package dev.virtworkbench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.server.documents.OpenDocuments;
import dev.virtworkbench.server.session.ClientSupport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentRequestsTest {

    private static final String URI = "file:///project/a.pool.xml";
    private static final TextDocumentIdentifier ID = new TextDocumentIdentifier(URI);

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final OpenDocuments documents = new OpenDocuments(() -> new LibvirtLanguage(new Schemas(List.of(), Runnable::run)),
            threads::add, judging -> { }, (document, overtaken) -> { });
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final DocumentRequests requests =
            new DocumentRequests(documents, threads::add, new ServerLog(new PrintStream(errors, true)));

    @BeforeEach
    void open() {
        documents.open(new TextDocumentItem(URI, "xml", 1, "<pool type='dir'><name>one</name></pool>"));
    }

    @Test
    void aRequestThatIsCancelledBeforeItsTurnIsNotBegun() {
        List<String> begun = new ArrayList<>();
        var first = requests.atPlace("m", ID, "", (snapshot, document, cancel) -> note(begun, "first"));
        var second = requests.atPlace("m", ID, "", (snapshot, document, cancel) -> note(begun, "second"));
        first.cancel(true);
        runAll();
        assertEquals(List.of("second"), begun);
        assertEquals("second", second.join());
    }

    @Test
    void aRequestThatIsCancelledWhileItRunsEndsAtItsNextCheck() {
        CompletableFuture<String> request = requests.atPlace("m", ID, "", (snapshot, document, cancel) -> {
            threads.remove().run();
            cancel.checkCanceled();
            return "too late";
        });
        threads.add(() -> request.cancel(true));
        threads.remove().run();
        assertTrue(request.isCancelled());
    }

    @Test
    void aPlaceIsAnsweredInTheTextThatTheClientMeant() {
        var answer = requests.atPlace("m", ID, "", (snapshot, document, cancel) -> snapshot.text());
        edit("<pool type='dir'><name>two</name></pool>");
        runAll();
        assertTrue(answer.join().contains("one"));
    }

    @Test
    void aQuestionAboutTheWholeTextIsAnsweredAgainForTheNewerText() {
        List<String> answered = new ArrayList<>();
        var answer = requests.aboutAll("m", ID, "", (snapshot, document, cancel) -> {
            if (answered.isEmpty()) {
                edit("<pool type='dir'><name>two</name></pool>");
            }
            return note(answered, snapshot.text());
        });
        runAll();
        assertTrue(answer.join().contains("two"));
        assertEquals(2, answered.size());
    }

    @Test
    void aClientThatAsksAgainByItselfIsToldThatTheTextWasEdited() {
        requests.serve(new ClientSupport(JsonParser.parseString("""
                {"general": {"staleRequestSupport": {"cancel": true, "retryOnContentModified": ["m"]}}}""").getAsJsonObject()));
        var answer = requests.aboutAll("m", ID, "", (snapshot, document, cancel) -> snapshot.text());
        edit("<pool type='dir'/>");
        runAll();
        assertEquals(ResponseErrorCode.ContentModified.getValue(), refusal(answer).getResponseError().getCode());
    }

    @Test
    void aRequestThatFailsIsLoggedAndAnsweredWithAnErrorAndTheNextIsAnswered() {
        var failing = requests.atPlace("textDocument/x", ID, "", (snapshot, document, cancel) -> {
            throw new IllegalStateException("a defect");
        });
        var endless = requests.atPlace("textDocument/x", ID, "", (snapshot, document, cancel) -> endless(0));
        var next = requests.atPlace("textDocument/x", ID, "", (snapshot, document, cancel) -> "fine");
        runAll();
        assertEquals(ResponseErrorCode.InternalError.getValue(), refusal(failing).getResponseError().getCode());
        assertEquals(ResponseErrorCode.InternalError.getValue(), refusal(endless).getResponseError().getCode());
        assertEquals("fine", next.join());
        assertTrue(errors.toString().contains("a defect"));
    }

    @Test
    void aDocumentThatIsNotOpenOrNotLibvirtsGetsTheEmptyAnswer() {
        documents.open(new TextDocumentItem("file:///project/page.xml", "xml", 1, "<html><body/></html>"));
        var unknown = requests.atPlace("m", new TextDocumentIdentifier("file:///project/other"), "nothing", (s, d, c) -> "?");
        var none = requests.atPlace("m", null, "nothing", (snapshot, document, cancel) -> "?");
        var foreign = requests.aboutAll("m", new TextDocumentIdentifier("file:///project/page.xml"), "nothing", (s, d, c) -> "?");
        runAll();
        assertEquals(List.of("nothing", "nothing", "nothing"), List.of(unknown.join(), none.join(), foreign.join()));
        assertFalse(errors.size() > 0);
    }

    private static String endless(int depth) {
        return depth < 0 ? "" : endless(depth + 1) + depth;
    }

    private static String note(List<String> list, String what) {
        list.add(what);
        return what;
    }

    private void edit(String text) {
        documents.edit(URI, 2, List.of(new TextDocumentContentChangeEvent(text)));
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private static ResponseErrorException refusal(CompletableFuture<?> request) {
        return (ResponseErrorException) assertThrows(ExecutionException.class, request::get).getCause();
    }
}
