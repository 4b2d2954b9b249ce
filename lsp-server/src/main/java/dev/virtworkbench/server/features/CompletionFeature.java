package dev.virtworkbench.server.features;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonSyntaxException;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.completion.Completions;
import dev.virtworkbench.language.completion.Proposal;
import dev.virtworkbench.language.reference.Fact;
import dev.virtworkbench.language.reference.Reference;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be written at a place. Items go out bare; what there is to say about one is looked up when it is asked for. */
public final class CompletionFeature {

    /** What an item carries for its resolve request: JSON that the client hands back as it is. */
    private record Subject(String kind, List<String> path, String attribute, String value) {
    }

    private static final Gson GSON = new Gson();

    private final Session session;

    public CompletionFeature(Session session) {
        this.session = session;
    }

    public CompletionList at(LibvirtDocument document, CompletionParams params) throws SchemaException {
        LineIndex lines = document.tree().lines();
        boolean snippets = session.client().snippets() && session.settings().completion().snippets();
        List<Proposal> proposals = Completions.at(document, Ranges.offset(lines, params.getPosition()), snippets);
        List<CompletionItem> items = new ArrayList<>(proposals.size());
        for (Proposal proposal : proposals) {
            items.add(item(proposal, items.size(), lines));
        }
        return new CompletionList(false, items);
    }

    private CompletionItem item(Proposal proposal, int index, LineIndex lines) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(kind(proposal.kind()));
        item.setSortText("%d%04d".formatted(proposal.group(), index));
        item.setFilterText(proposal.filter());
        item.setTextEdit(Either.forLeft(new TextEdit(Ranges.of(lines, proposal.replaced()), proposal.text())));
        item.setInsertTextFormat(proposal.snippet() ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        if (proposal.required()) {
            item.setDetail(Messages.of("completion.required").in(session.locale()));
        }
        if (!proposal.also().isEmpty()) {
            item.setAdditionalTextEdits(Ranges.edits(lines, proposal.also()));
        }
        proposal.about().map(CompletionFeature::subject).ifPresent(subject -> {
            if (session.client().completionResolves("documentation")) {
                item.setData(GSON.toJsonTree(subject));
            } else {
                explain(item, subject);
            }
        });
        return item;
    }

    private static Subject subject(Proposal.Subject about) {
        return new Subject(about.kind(), about.path(), about.attribute().orElse(null), about.value().orElse(null));
    }

    private static CompletionItemKind kind(Proposal.Kind kind) {
        return switch (kind) {
            case ELEMENT -> CompletionItemKind.Property;
            case ATTRIBUTE -> CompletionItemKind.Field;
            case VALUE, TEXT -> CompletionItemKind.EnumMember;
            case END_TAG -> CompletionItemKind.Keyword;
            case WHOLE_DEVICE, WHOLE_DOCUMENT -> CompletionItemKind.Snippet;
        };
    }

    /** The item with its documentation; one that is not ours, or says nothing, comes back as it is. */
    public CompletionItem resolve(CompletionItem item) {
        if (item.getData() instanceof JsonElement data) {
            try {
                Subject subject = GSON.fromJson(data, Subject.class);
                if (subject != null && subject.kind() != null && subject.path() != null) {
                    explain(item, subject);
                }
            } catch (JsonSyntaxException notOurs) {
                return item;
            }
        }
        return item;
    }

    private void explain(CompletionItem item, Subject subject) {
        Optional<String> attribute = Optional.ofNullable(subject.attribute());
        Optional<String> text = subject.value() == null
                ? Reference.packed().fact(subject.kind(), subject.path(), attribute, session.locale())
                        .map(fact -> words(fact))
                : Reference.packed().valueMeaning(subject.kind(), subject.path(), attribute, subject.value(),
                        session.locale());
        text.ifPresent(words -> item.setDocumentation(new MarkupContent(
                session.client().completionMarkdown() ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT, words)));
    }

    private String words(Fact fact) {
        String markdown = fact.markdown(session.locale()).strip();
        return session.client().completionMarkdown() ? markdown : markdown.replace("`", "").replace("**", "");
    }
}
