package dev.virtworkbench.language.structure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the text and wherever the cursor: every feature answers, and what it answers lies in the text. */
class AnyTextTest {

    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final String MARKS = "<>/='\"&;!-?[]x \n\t:\uD83D\uFEFF";

    @Test
    void prefixesAndRandomEdits() throws IOException {
        Random random = new Random(42);
        for (Path file : samples()) {
            String text = Files.readString(file);
            for (int i = 0; i < 12; i++) {
                StringBuilder changed = new StringBuilder(text.substring(0, random.nextInt(text.length() + 1)));
                if (random.nextBoolean()) {
                    changed.append(text.substring(random.nextInt(text.length())));
                }
                for (int changes = random.nextInt(4); changes > 0; changes--) {
                    changed.insert(random.nextInt(changed.length() + 1), MARKS.charAt(random.nextInt(MARKS.length())));
                }
                check(changed.toString(), random);
            }
        }
    }

    @Test
    void nothingAtAll() {
        Random random = new Random(1);
        for (String text : List.of("", " ", "<", "</", ">", "|", "\uFEFF", "\r", "<a", "<a b", "<a b=", "&", "<!--", "<![CDATA[",
                "<![CDATA[]]>", "<?", "<?xml", "<!DOCTYPE a [", "</a>", "<a:b:c/>", "a\r\nb")) {
            check(text, random);
        }
    }

    @Test
    void deepNesting() {
        check("<a>".repeat(6_000) + "\n" + "</a>".repeat(5_900), new Random(3));
    }

    private static void check(String text, Random random) {
        XmlTree tree = XmlTree.parse(text);
        outline(DocumentSymbols.of(tree), new Span(0, text.length()));
        FoldingRanges.of(tree).forEach(fold -> assertTrue(fold.endLine() < tree.lines().lineCount(), text));
        DocumentLinks.of(tree).forEach(link -> assertFalse(link.span().of(text).isEmpty(), text));
        InlayHints.of(tree).forEach(hint -> assertTrue(hint.offset() <= text.length(), text));
        int behind = 0;
        for (SemanticToken token : SemanticTokens.of(tree)) {
            assertTrue(token.span().start() >= behind, () -> token + " overlaps in " + text);
            assertFalse(token.span().of(text).contains("\n"), text);
            behind = token.span().end();
        }
        for (int i = 0; i < 12; i++) {
            cursor(tree, random.nextInt(text.length() + 3) - 1);
        }
    }

    private static void cursor(XmlTree tree, int offset) {
        String text = tree.text();
        List<Span> steps = SelectionRanges.at(tree, offset);
        for (int i = 1; i < steps.size(); i++) {
            Span inner = steps.get(i - 1);
            Span outer = steps.get(i);
            assertTrue(outer.start() <= inner.start() && inner.end() <= outer.end() && outer.length() > inner.length(),
                    () -> steps + " at " + offset + " in " + text);
        }
        assertTrue(steps.getLast().equals(new Span(0, text.length())), () -> steps + " at " + offset + " in " + text);
        LinkedEditing.at(tree, offset).forEach(span -> span.of(text));
        AutoClose.at(tree, offset);
        ElementRename.prepare(tree, offset).ifPresent(target -> assertTrue(target.span().touches(offset), text));
        ElementRename.edits(tree, offset, "x").forEach(edit -> edit.span().of(text));
        Highlights.at(tree, offset).forEach(highlight -> assertFalse(highlight.span().of(text).isEmpty(), text));
    }

    private static void outline(List<DocumentSymbol> symbols, Span around) {
        for (DocumentSymbol symbol : symbols) {
            assertFalse(symbol.name().isBlank(), symbol::toString);
            assertTrue(around.start() <= symbol.span().start() && symbol.span().end() <= around.end(), symbol::toString);
            assertTrue(symbol.span().start() <= symbol.selection().start()
                    && symbol.selection().end() <= symbol.span().end(), symbol::toString);
            outline(symbol.children(), symbol.span());
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
