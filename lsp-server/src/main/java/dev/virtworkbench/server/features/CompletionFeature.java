package dev.virtworkbench.server.features;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.virtworkbench.language.completion.Completions;
import dev.virtworkbench.language.completion.Proposal;
import dev.virtworkbench.language.completion.Proposal.Subject;
import dev.virtworkbench.language.completion.WholeDocuments;
import dev.virtworkbench.language.reference.Reference;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be written at a place, in the order of the language package. What an item is about is explained when it is resolved. */
public final class CompletionFeature {

    private final Session session;

    public CompletionFeature(Session session) {
        this.session = session;
    }

    /**
     * Whole documents where there is none yet, otherwise what may stand at the place; nothing in what is somebody else's.
     *
     * @throws SchemaException if there is no schema for the document
     */
    public CompletionList at(Snapshot snapshot, Position position) throws SchemaException {
        LineIndex lines = snapshot.lines();
        int offset = Ranges.offset(lines, position);
        boolean snippets = session.client().snippets() && session.settings().completion().snippets();
        List<Proposal> proposals = !snapshot.mayBeLibvirts() ? List.of() : WholeDocuments.at(snapshot.text(), offset, snippets);
        if (proposals.isEmpty() && snapshot.libvirt().isPresent()) {
            proposals = Completions.at(snapshot.libvirt().get(), offset, snippets, session.facts(snapshot.uri()));
        }
        List<CompletionItem> items = new ArrayList<>();
        for (Proposal proposal : proposals) {
            items.add(item(lines, proposal, items.size()));
        }
        return new CompletionList(false, items);
    }

    /** Adds what our reference says about the item; the same item where it says nothing. */
    public CompletionItem resolve(CompletionItem item) {
        boolean markdown = session.client().completionMarkdown();
        subject(item.getData()).flatMap(this::documentation).ifPresent(text -> item.setDocumentation(markdown
                ? new MarkupContent(MarkupKind.MARKDOWN, text) : new MarkupContent(MarkupKind.PLAINTEXT, PlainText.of(text))));
        return item;
    }

    private CompletionItem item(LineIndex lines, Proposal proposal, int rank) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(kind(proposal.kind()));
        item.setTextEdit(Either.forLeft(new TextEdit(Ranges.of(lines, proposal.replaced()), proposal.text())));
        item.setSortText(sortText(proposal.group(), rank));
        if (!proposal.filter().equals(proposal.label())) {
            item.setFilterText(proposal.filter());
        }
        if (proposal.snippet()) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        if (proposal.text().indexOf('\n') >= 0 && session.client().adjustsIndentation()) {
            item.setInsertTextMode(InsertTextMode.AdjustIndentation);
        }
        if (proposal.required()) {
            item.setDetail(Messages.of("completion.required").in(session.locale()));
        }
        if (!proposal.also().isEmpty()) {
            item.setAdditionalTextEdits(Ranges.edits(lines, proposal.also()));
        }
        proposal.about().ifPresent(subject -> item.setData(data(subject)));
        return item;
    }

    /** Sorts as text as the two numbers do one after the other. */
    private static String sortText(int group, int rank) {
        return Integer.toString(1_000_000 + group * 10_000 + rank);
    }

    private static CompletionItemKind kind(Proposal.Kind kind) {
        return switch (kind) {
            case ELEMENT -> CompletionItemKind.Class;
            case ATTRIBUTE -> CompletionItemKind.Property;
            case VALUE, TEXT -> CompletionItemKind.EnumMember;
            case END_TAG -> CompletionItemKind.Keyword;
            case WHOLE_DEVICE, WHOLE_DOCUMENT -> CompletionItemKind.Snippet;
        };
    }

    private Optional<String> documentation(Subject subject) {
        Reference reference = Reference.packed();
        Optional<String> meaning = subject.value().flatMap(value -> reference
                .valueMeaning(subject.kind(), subject.path(), subject.attribute(), value, session.locale())
                .map(words -> "`" + value + "`: " + words));
        return meaning.or(() -> reference.fact(subject.kind(), subject.path(), subject.attribute(), session.locale())
                .map(fact -> fact.markdown(session.locale()).strip()));
    }

    private static JsonObject data(Subject subject) {
        JsonObject data = new JsonObject();
        data.addProperty("kind", subject.kind());
        JsonArray path = new JsonArray();
        subject.path().forEach(path::add);
        data.add("path", path);
        subject.attribute().ifPresent(attribute -> data.addProperty("attribute", attribute));
        subject.value().ifPresent(value -> data.addProperty("value", value));
        return data;
    }

    /** What {@link #data} wrote; empty for what a client made up. */
    private static Optional<Subject> subject(Object sent) {
        if (!(sent instanceof JsonObject data) || !(data.get("path") instanceof JsonArray names) || names.isEmpty()) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>();
        for (JsonElement name : names) {
            if (name instanceof JsonPrimitive text) {
                path.add(text.getAsString());
            }
        }
        return text(data, "kind").filter(kind -> path.size() == names.size())
                .map(kind -> new Subject(kind, path, text(data, "attribute"), text(data, "value")));
    }

    private static Optional<String> text(JsonObject data, String key) {
        return data.get(key) instanceof JsonPrimitive text ? Optional.of(text.getAsString()) : Optional.empty();
    }
}
