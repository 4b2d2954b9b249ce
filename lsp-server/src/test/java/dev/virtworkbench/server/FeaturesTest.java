package dev.virtworkbench.server;

import static dev.virtworkbench.server.Editor.answer;
import static dev.virtworkbench.server.Editor.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.server.features.SchemaPages;
import dev.virtworkbench.server.features.SemanticTokenFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every feature as an editor sees it: the examples lie in folders by feature, and a new example is a new file. The system
 * property {@code virtworkbench.rewrite} writes down what comes out instead of comparing it.
 */
class FeaturesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/dev/virtworkbench/server/features");

    private static Editor editor;
    private static TextDocumentService documents;

    @BeforeAll
    static void start() {
        editor = Editor.started();
        documents = editor.server.getTextDocumentService();
    }

    @AfterAll
    static void stop() {
        editor.close();
    }

    @FunctionalInterface
    private interface Question {
        String ask(String uri, FeatureFile example);
    }

    @TestFactory
    Stream<DynamicContainer> examples() {
        return Stream.of(
                of("diagnostics", FeaturesTest::diagnostics),
                of("code-actions", FeaturesTest::codeActions),
                of("completion", FeaturesTest::completion),
                of("hover", FeaturesTest::hover),
                of("document-symbols", FeaturesTest::documentSymbols),
                of("folding", FeaturesTest::folding),
                of("selection-range", FeaturesTest::selectionRange),
                of("linked-editing", FeaturesTest::linkedEditing),
                of("document-highlight", FeaturesTest::documentHighlight),
                of("document-links", FeaturesTest::documentLinks),
                of("inlay-hints", FeaturesTest::inlayHints),
                of("semantic-tokens", FeaturesTest::semanticTokens),
                of("formatting", FeaturesTest::formatting),
                of("range-formatting", FeaturesTest::rangeFormatting),
                of("on-type-formatting", FeaturesTest::onTypeFormatting),
                of("close-tag", FeaturesTest::closeTag),
                of("rename", FeaturesTest::rename),
                of("definition", FeaturesTest::definition));
    }

    private static DynamicContainer of(String feature, Question question) {
        return DynamicContainer.dynamicContainer(feature, FeatureFile.in(EXAMPLES.resolve(feature)).stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(feature, example, question))));
    }

    private static void check(String feature, FeatureFile example, Question question) {
        String uri = editor.open(feature + "-" + example.name(), example.text());
        String actual = question.ask(uri, example);
        editor.close(uri);
        String ended = actual.isEmpty() || actual.endsWith("\n") ? actual : actual + "\n";
        if (System.getProperty("virtworkbench.rewrite") != null) {
            example.rewrite(ended);
        } else {
            assertEquals(example.expected(), ended);
        }
    }

    private static String diagnostics(String uri, FeatureFile example) {
        return lines(editor.client.nextDiagnostics(uri).getDiagnostics(), diagnostic -> range(diagnostic.getRange())
                + " " + diagnostic.getSeverity().toString().toLowerCase(Locale.ROOT) + " [" + diagnostic.getSource() + ": "
                + diagnostic.getCode().getLeft() + "] " + diagnostic.getMessage().getLeft()
                + Optional.ofNullable(diagnostic.getCodeDescription()).map(page -> " <" + page.getHref() + ">").orElse("")
                + Optional.ofNullable(diagnostic.getRelatedInformation()).map(related -> lines(related, place ->
                        "\n    " + range(place.getLocation().getRange()) + " " + place.getMessage())).orElse(""));
    }

    /** The actions at the cursor, the preferred one marked, and the text after the first. */
    private static String codeActions(String uri, FeatureFile example) {
        List<CodeAction> actions = answer(documents.codeAction(new CodeActionParams(id(uri), cursor(example),
                new CodeActionContext(List.of(), example.words().isEmpty() ? null : List.of(example.words())))))
                .stream().map(Either::getRight).toList();
        String titles = lines(actions, action -> (Boolean.TRUE.equals(action.getIsPreferred()) ? "* " : "- ")
                + action.getTitle() + " (" + action.getKind() + ")");
        return actions.isEmpty() ? "" : titles + "\n" + applied(example, edits(actions.getFirst()));
    }

    private static List<TextEdit> edits(CodeAction action) {
        CodeAction whole = action.getEdit() != null ? action : answer(documents.resolveCodeAction(action));
        return edits(whole.getEdit());
    }

    private static List<TextEdit> edits(WorkspaceEdit edit) {
        return edit.getDocumentChanges().getFirst().getLeft().getEdits().stream().map(Either::getLeft).toList();
    }

    /** The first items as they are ranked, and the text with the first of them, or the one named behind the bar. */
    private static String completion(String uri, FeatureFile example) {
        List<CompletionItem> items = answer(documents.completion(new CompletionParams(id(uri), at(example)))).getRight()
                .getItems().stream().sorted(Comparator.comparing(item ->
                        Optional.ofNullable(item.getSortText()).orElse(item.getLabel()))).toList();
        Optional<CompletionItem> chosen = example.words().isEmpty() ? items.stream().findFirst()
                : items.stream().filter(item -> item.getLabel().equals(example.words())).findFirst();
        return items.stream().limit(8).map(CompletionItem::getLabel).collect(Collectors.joining(", ")) + "\n"
                + chosen.map(item -> applied(example, List.of(item.getTextEdit().getLeft()))).orElse("");
    }

    /** Without the section of libvirt's own reference, which not every machine has. */
    private static String hover(String uri, FeatureFile example) {
        Hover hover = answer(documents.hover(new HoverParams(id(uri), at(example))));
        return hover == null ? "" : hover.getContents().getRight().getValue().split("\n\n---\n\n\\*\\*libvirt's")[0];
    }

    private static String documentSymbols(String uri, FeatureFile example) {
        return answer(documents.documentSymbol(new DocumentSymbolParams(id(uri)))).stream()
                .map(symbol -> outline(symbol.getRight(), "")).collect(Collectors.joining());
    }

    private static String outline(DocumentSymbol symbol, String indentation) {
        return indentation + symbol.getName() + Optional.ofNullable(symbol.getDetail()).map(detail -> " · " + detail).orElse("")
                + " (" + symbol.getKind() + ")\n"
                + symbol.getChildren().stream().map(child -> outline(child, indentation + "  ")).collect(Collectors.joining());
    }

    private static String folding(String uri, FeatureFile example) {
        return lines(answer(documents.foldingRange(new FoldingRangeRequestParams(id(uri)))),
                folding -> (folding.getStartLine() + 1) + "-" + (folding.getEndLine() + 1) + " " + folding.getKind());
    }

    private static String selectionRange(String uri, FeatureFile example) {
        List<String> selected = new ArrayList<>();
        for (SelectionRange range = answer(documents.selectionRange(new SelectionRangeParams(id(uri), List.of(at(example)))))
                .getFirst(); range != null; range = range.getParent()) {
            selected.add(text(example, range.getRange()).replace("\n", "⏎"));
        }
        return String.join("\n", selected);
    }

    private static String linkedEditing(String uri, FeatureFile example) {
        LinkedEditingRanges linked = answer(documents.linkedEditingRange(new LinkedEditingRangeParams(id(uri), at(example))));
        return linked == null ? "" : lines(linked.getRanges(), range -> range(range) + " " + text(example, range));
    }

    private static String documentHighlight(String uri, FeatureFile example) {
        return lines(answer(documents.documentHighlight(new DocumentHighlightParams(id(uri), at(example)))),
                highlight -> range(highlight.getRange()) + " " + text(example, highlight.getRange()) + " " + highlight.getKind());
    }

    private static String documentLinks(String uri, FeatureFile example) {
        return lines(answer(documents.documentLink(new DocumentLinkParams(id(uri)))),
                link -> text(example, link.getRange()) + " -> " + link.getTarget());
    }

    private static String inlayHints(String uri, FeatureFile example) {
        Range all = new Range(new Position(0, 0), new Position(10_000, 0));
        return lines(answer(documents.inlayHint(new InlayHintParams(id(uri), all))),
                hint -> (hint.getPosition().getLine() + 1) + ":" + (hint.getPosition().getCharacter() + 1) + " "
                        + hint.getLabel().getLeft());
    }

    private static String semanticTokens(String uri, FeatureFile example) {
        List<Integer> data = answer(documents.semanticTokensFull(new SemanticTokensParams(id(uri)))).getData();
        StringBuilder out = new StringBuilder();
        int line = 0;
        int character = 0;
        for (int i = 0; i < data.size(); i += 5) {
            character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            Range range = new Range(new Position(line, character), new Position(line, character + data.get(i + 2)));
            out.append(text(example, range)).append(' ')
                    .append(SemanticTokenFeature.LEGEND.get(data.get(i + 3))).append('\n');
        }
        return out.toString();
    }

    private static String formatting(String uri, FeatureFile example) {
        return applied(example, answer(documents.formatting(new DocumentFormattingParams(id(uri), new FormattingOptions(2, true)))));
    }

    private static String rangeFormatting(String uri, FeatureFile example) {
        return applied(example, answer(documents.rangeFormatting(
                new DocumentRangeFormattingParams(id(uri), new FormattingOptions(2, true), cursor(example)))));
    }

    private static String onTypeFormatting(String uri, FeatureFile example) {
        String typed = example.words().isEmpty() ? "\n" : example.words();
        return applied(example, answer(documents.onTypeFormatting(new DocumentOnTypeFormattingParams(id(uri),
                new FormattingOptions(2, true), at(example), typed))));
    }

    private static String closeTag(String uri, FeatureFile example) {
        String endTag = answer(editor.server.closeTag(new TextDocumentPositionParams(id(uri), at(example))));
        return endTag == null ? "" : endTag;
    }

    private static String rename(String uri, FeatureFile example) {
        PrepareRenameResult target = answer(documents.prepareRename(new PrepareRenameParams(id(uri), at(example)))).getSecond();
        return target.getPlaceholder() + "\n"
                + applied(example, edits(answer(documents.rename(new RenameParams(id(uri), at(example), example.words())))));
    }

    /** The line of the schema that is led to; its number differs between releases of libvirt. */
    private static String definition(String uri, FeatureFile example) {
        return lines(answer(documents.definition(new DefinitionParams(id(uri), at(example)))).getLeft(), place ->
                place.getUri().substring(place.getUri().lastIndexOf('/') + 1) + ": "
                        + schema(place.getUri()).lines().skip(place.getRange().getStart().getLine()).findFirst().orElse("").strip());
    }

    private static String schema(String uri) {
        try {
            return uri.startsWith("file:") ? Files.readString(Path.of(URI.create(uri))) : SchemaPages.content(uri);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static <T> String lines(List<T> things, Function<? super T, String> line) {
        return things.stream().map(line::apply).collect(Collectors.joining("\n"));
    }

    private static Position at(FeatureFile example) {
        return Editor.position(example.text(), example.cursor());
    }

    private static Range cursor(FeatureFile example) {
        return new Range(at(example), at(example));
    }

    private static String range(Range range) {
        return (range.getStart().getLine() + 1) + ":" + (range.getStart().getCharacter() + 1) + "-"
                + (range.getEnd().getLine() + 1) + ":" + (range.getEnd().getCharacter() + 1);
    }

    private static String text(FeatureFile example, Range range) {
        return example.text().substring(offset(example, range.getStart()), offset(example, range.getEnd()));
    }

    private static int offset(FeatureFile example, Position position) {
        return new LineIndex(example.text()).offset(
                new dev.virtworkbench.language.syntax.Position(position.getLine(), position.getCharacter()));
    }

    private static String applied(FeatureFile example, List<? extends TextEdit> edits) {
        return dev.virtworkbench.language.syntax.TextEdit.apply(example.text(), edits.stream()
                .map(edit -> new dev.virtworkbench.language.syntax.TextEdit(new dev.virtworkbench.language.syntax.Span(
                        offset(example, edit.getRange().getStart()), offset(example, edit.getRange().getEnd())),
                        edit.getNewText())).toList());
    }
}
