package dev.virtworkbench.language.structure;

import static java.util.stream.Collectors.joining;

import dev.virtworkbench.language.Fixture;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The cases in the folders of {@code structure}: one folder a feature. */
class StructureTest {

    @TestFactory
    Stream<DynamicNode> features() throws IOException {
        return Stream.of(
                Fixture.tests("structure/symbols", fixture -> outline(DocumentSymbols.of(tree(fixture)), "")),
                Fixture.tests("structure/folding", StructureTest::folds),
                Fixture.tests("structure/selection", StructureTest::selections),
                Fixture.tests("structure/linked-editing", fixture ->
                        marked(fixture, LinkedEditing.at(tree(fixture), fixture.offset()))),
                Fixture.tests("structure/auto-close", fixture -> AutoClose.at(tree(fixture), fixture.offset())
                        .map(text -> apply(fixture, List.of(TextEdit.insert(fixture.offset(), text))))
                        .orElse("nothing")),
                Fixture.tests("structure/rename", StructureTest::renamed),
                Fixture.tests("structure/highlight", StructureTest::highlights),
                Fixture.tests("structure/links", fixture -> DocumentLinks.of(tree(fixture)).stream()
                        .map(link -> link.span().of(fixture.text()) + " -> " + link.target())
                        .collect(joining("\n"))),
                Fixture.tests("structure/hints", fixture -> apply(fixture, InlayHints.of(tree(fixture)).stream()
                        .map(hint -> TextEdit.insert(hint.offset(), "[" + hint.label() + "]"))
                        .toList())),
                Fixture.tests("structure/tokens", fixture -> SemanticTokens.of(tree(fixture)).stream()
                        .map(token -> token.type() + " " + token.span().of(fixture.text()))
                        .collect(joining("\n"))));
    }

    private static XmlTree tree(Fixture fixture) {
        return XmlTree.parse(fixture.text());
    }

    private static String outline(List<DocumentSymbol> symbols, String indentation) {
        StringBuilder out = new StringBuilder();
        for (DocumentSymbol symbol : symbols) {
            out.append(indentation).append(symbol.name())
                    .append(symbol.detail().isEmpty() ? "" : " · " + symbol.detail())
                    .append("   ").append(symbol.kind()).append('\n')
                    .append(outline(symbol.children(), indentation + "  "));
        }
        return out.toString();
    }

    /** The document with the number of lines hidden behind each line that folds. */
    private static String folds(Fixture fixture) {
        XmlTree tree = tree(fixture);
        List<TextEdit> marks = new ArrayList<>();
        for (FoldingRange fold : FoldingRanges.of(tree)) {
            marks.add(TextEdit.insert(tree.lines().lineEnd(fold.startLine()),
                    "   [" + fold.kind() + " +" + (fold.endLine() - fold.startLine()) + "]"));
        }
        return apply(fixture, marks);
    }

    private static String selections(Fixture fixture) {
        return SelectionRanges.at(tree(fixture), fixture.offset()).stream()
                .map(span -> span.of(fixture.text()).replace("\n", "⏎"))
                .collect(joining("\n"));
    }

    private static String renamed(Fixture fixture) {
        XmlTree tree = tree(fixture);
        String newName = fixture.setting("to", "renamed");
        String prepared = ElementRename.prepare(tree, fixture.offset())
                .map(ElementRename.Target::placeholder).orElse("nothing");
        List<TextEdit> edits = ElementRename.edits(tree, fixture.offset(), newName);
        boolean accepted = ElementRename.accepts(tree, fixture.offset(), newName);
        return "rename " + prepared + (accepted ? "" : ": refused") + "\n" + apply(fixture, edits);
    }

    private static String highlights(Fixture fixture) {
        List<Highlight> highlights = Highlights.at(tree(fixture), fixture.offset());
        return marked(fixture, highlights.stream().map(Highlight::span).toList()) + "\n"
                + highlights.stream().map(highlight -> highlight.kind().name()).collect(joining(" "));
    }

    private static String marked(Fixture fixture, List<Span> spans) {
        return spans.isEmpty() ? "nothing" : apply(fixture, spans.stream()
                .map(span -> new TextEdit(span, "«" + span.of(fixture.text()) + "»"))
                .toList());
    }

    private static String apply(Fixture fixture, List<TextEdit> edits) {
        return TextEdit.apply(fixture.text(), edits);
    }
}
