package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** Documents to begin with, where there is none yet: each is complete and valid, with tab stops for what people choose. */
public final class WholeDocuments {

    private static final class Packed {
        static final List<PackedSnippets.Snippet> DOCUMENTS = PackedSnippets.read("documents.snippets");
    }

    private WholeDocuments() {
    }

    /**
     * What a text may become that has no root element but the one whose name is being typed.
     *
     * @param offset of the cursor
     * @param snippets whether the reader understands LSP's snippet syntax; plain text otherwise
     * @return empty if there is a root, or the cursor is in a comment
     */
    public static List<Proposal> at(String text, int offset, boolean snippets) {
        Optional<Span> typed = switch (Cursor.at(text, offset)) {
            case Cursor.Content content -> Optional.of(content.word());
            case Cursor.ElementName name -> Optional.of(new Span(name.lessThan(), name.name().end()));
            default -> Optional.empty();
        };
        return typed.filter(span -> isAlone(text, span)).map(span -> proposals(text, span, snippets)).orElse(List.of());
    }

    private static boolean isAlone(String text, Span typed) {
        return XmlTree.parse(text.substring(0, typed.start()) + text.substring(typed.end())).root().isEmpty();
    }

    private static List<Proposal> proposals(String text, Span typed, boolean snippets) {
        String before = typed.of(text).startsWith("<") ? "<" : "";
        return Packed.DOCUMENTS.stream().map(each -> new Proposal(each.label(), Proposal.Kind.WHOLE_DOCUMENT, typed,
                snippets ? each.text() : each.plain(), snippets, before + each.label(), 0, false, List.of(),
                Optional.of(new Proposal.Subject(each.head(), List.of(each.head()), Optional.empty(), Optional.empty()))))
                .toList();
    }
}
