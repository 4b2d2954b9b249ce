package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.SemanticToken;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Position;
import dev.virtworkbench.server.documents.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The colours of names, values and comments. What was last sent of a document is kept, so that only the difference is sent. */
public final class SemanticTokenFeature {

    /** The types in the order of {@link SemanticToken.Type}; every editor has colours for these. */
    public static final List<String> LEGEND =
            Arrays.stream(SemanticToken.Type.values()).map(SemanticTokenFeature::name).toList();

    private static final int NUMBERS_A_TOKEN = 5;

    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    private record Sent(String id, List<Integer> data) {
    }

    public SemanticTokens full(Snapshot snapshot, LibvirtDocument document) {
        Sent now = remember(snapshot.uri(), encode(document.tree().lines(),
                dev.virtworkbench.language.structure.SemanticTokens.of(document.tree())));
        return new SemanticTokens(now.id(), now.data());
    }

    /** The difference to what the client has; everything, if that is not what was last sent. */
    public Either<SemanticTokens, SemanticTokensDelta> delta(Snapshot snapshot, LibvirtDocument document, String knownId) {
        Sent before = sent.get(snapshot.uri());
        SemanticTokens now = full(snapshot, document);
        if (before == null || !before.id().equals(knownId)) {
            return Either.forLeft(now);
        }
        return Either.forRight(new SemanticTokensDelta(difference(before.data(), now.getData()), now.getResultId()));
    }

    public static SemanticTokens range(LibvirtDocument document, Range range) {
        LineIndex lines = document.tree().lines();
        return new SemanticTokens(encode(lines,
                dev.virtworkbench.language.structure.SemanticTokens.of(document.tree(), Ranges.span(lines, range))));
    }

    /** The document is closed: nobody will ask for a difference any more. */
    public void forget(String uri) {
        sent.remove(uri);
    }

    private Sent remember(String uri, List<Integer> data) {
        Sent now = new Sent(Long.toString(ids.incrementAndGet()), data);
        sent.put(uri, now);
        return now;
    }

    /** One edit from the first to the last token that differ: typing changes one place. */
    private static List<SemanticTokensEdit> difference(List<Integer> before, List<Integer> now) {
        int shorter = Math.min(before.size(), now.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(now.get(start))) {
            start++;
        }
        start -= start % NUMBERS_A_TOKEN;
        int tail = 0;
        while (tail < shorter - start && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        tail -= tail % NUMBERS_A_TOKEN;
        if (start + tail == before.size() && before.size() == now.size()) {
            return List.of();
        }
        return List.of(new SemanticTokensEdit(start, before.size() - tail - start,
                List.copyOf(now.subList(start, now.size() - tail))));
    }

    /** Line and column relative to the token before, length, type, no modifiers. */
    private static List<Integer> encode(LineIndex lines, List<SemanticToken> tokens) {
        List<Integer> data = new ArrayList<>(tokens.size() * NUMBERS_A_TOKEN);
        Position last = new Position(0, 0);
        for (SemanticToken token : tokens) {
            Position start = lines.position(token.span().start());
            data.add(start.line() - last.line());
            data.add(start.line() == last.line() ? start.character() - last.character() : start.character());
            data.add(token.span().length());
            data.add(token.type().ordinal());
            data.add(0);
            last = start;
        }
        return data;
    }

    private static String name(SemanticToken.Type type) {
        return switch (type) {
            case PREFIX -> SemanticTokenTypes.Namespace;
            case TAG -> SemanticTokenTypes.Class;
            case ATTRIBUTE -> SemanticTokenTypes.Property;
            case VALUE -> SemanticTokenTypes.String;
            case NUMBER -> SemanticTokenTypes.Number;
            case UNIT -> SemanticTokenTypes.EnumMember;
            case REFERENCE -> SemanticTokenTypes.Regexp;
            case COMMENT -> SemanticTokenTypes.Comment;
            case INSTRUCTION -> SemanticTokenTypes.Macro;
        };
    }
}
