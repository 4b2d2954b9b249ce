package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.DocumentSymbols;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The outline: a tree where the client shows trees, otherwise a list. */
public final class DocumentSymbolFeature {

    private final Session session;

    public DocumentSymbolFeature(Session session) {
        this.session = session;
    }

    public List<Either<SymbolInformation, DocumentSymbol>> of(Snapshot snapshot, LibvirtDocument document) {
        LineIndex lines = document.tree().lines();
        var symbols = DocumentSymbols.of(document.tree());
        List<Either<SymbolInformation, DocumentSymbol>> answer = new ArrayList<>();
        if (session.client().hierarchicalSymbols()) {
            symbols.forEach(symbol -> answer.add(Either.forRight(tree(lines, symbol))));
        } else {
            symbols.forEach(symbol -> flatten(snapshot.uri(), lines, symbol, "", answer));
        }
        return answer;
    }

    private static DocumentSymbol tree(LineIndex lines, dev.virtworkbench.language.structure.DocumentSymbol symbol) {
        return new DocumentSymbol(symbol.name(), kind(symbol.kind()), Ranges.of(lines, symbol.span()),
                Ranges.of(lines, symbol.selection()), symbol.detail().isEmpty() ? null : symbol.detail(),
                symbol.children().stream().map(child -> tree(lines, child)).toList());
    }

    @SuppressWarnings("deprecation") // it is what clients that know no tree understand
    private static void flatten(String uri, LineIndex lines, dev.virtworkbench.language.structure.DocumentSymbol symbol,
            String container, List<Either<SymbolInformation, DocumentSymbol>> into) {
        String name = symbol.detail().isEmpty() ? symbol.name() : symbol.name() + " · " + symbol.detail();
        into.add(Either.forLeft(new SymbolInformation(name, kind(symbol.kind()),
                new Location(uri, Ranges.of(lines, symbol.span())), container)));
        symbol.children().forEach(child -> flatten(uri, lines, child, symbol.name(), into));
    }

    /** Kinds are icons to people: each of ours gets the one that looks nearest. */
    private static SymbolKind kind(dev.virtworkbench.language.structure.SymbolKind kind) {
        return switch (kind) {
            case DOCUMENT -> SymbolKind.Module;
            case GROUP -> SymbolKind.Namespace;
            case PROPERTY -> SymbolKind.Property;
            case FLAG -> SymbolKind.Boolean;
            case STORAGE -> SymbolKind.File;
            case INTERFACE -> SymbolKind.Interface;
            case ADDRESS -> SymbolKind.Number;
            case CONTROLLER -> SymbolKind.Struct;
            case DEVICE -> SymbolKind.Object;
            case RULE -> SymbolKind.Event;
            case REFERENCE -> SymbolKind.Key;
        };
    }
}
