package dev.virtworkbench.language;

import dev.virtworkbench.language.commandlines.PastedCommands;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.reference.Reference;
import dev.virtworkbench.language.rules.RuleContext;
import dev.virtworkbench.language.rules.Rules;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import dev.virtworkbench.language.schema.Recognition;
import dev.virtworkbench.language.schema.Schema;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.language.syntax.Nesting;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;
import dev.virtworkbench.language.validation.SchemaContext;
import dev.virtworkbench.language.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What there is to know about libvirt's XML, over one set of schemas. One a process will do; any thread may ask. */
public final class LibvirtLanguage {

    private final Schemas schemas;
    private final Map<DocumentKind, Validator> validators = new ConcurrentHashMap<>();

    public LibvirtLanguage(Schemas schemas) {
        this.schemas = schemas;
    }

    public Schemas schemas() {
        return schemas;
    }

    /**
     * Reads a text. Quick: it waits for no schema.
     *
     * @param uri of the document, or its path with slashes; it helps to recognise the kind
     * @return empty if the root element is none of libvirt's: such a document is left alone. Commands that can be turned into XML
     *         are a document of the kind that the first becomes
     */
    public Optional<LibvirtDocument> read(String uri, String text) {
        XmlTree tree = parse(text);
        return Recognition.of(tree, uri).or(() -> PastedCommands.type(tree)).map(type -> document(uri, tree, type));
    }

    /** Reads a text that somebody has declared to be libvirt's, by the editor's language for one. */
    public Optional<LibvirtDocument> readDeclared(String uri, String text) {
        XmlTree tree = parse(text);
        return Recognition.ofDeclared(tree).or(() -> PastedCommands.type(tree)).map(type -> document(uri, tree, type));
    }

    /** Reads a text as a document of a given kind, whatever its root. */
    public LibvirtDocument readAs(DocumentKind kind, String uri, String text) {
        return document(uri, parse(text), new DocumentType.Document(kind));
    }

    /** Only the schema knows where an element that is never closed was meant to end; it is asked if it is there already. */
    private XmlTree parse(String text) {
        return XmlTree.parse(text, root -> schemas.ifLoaded(DocumentKind.of(root).orElse(DocumentKind.DOMAIN))
                .map(schema -> validator(schema).nesting()).orElse(Nesting.UNKNOWN));
    }

    private LibvirtDocument document(String uri, XmlTree tree, DocumentType type) {
        return new LibvirtDocument(this, uri, tree, type);
    }

    List<Finding> findings(LibvirtDocument document, WorkspaceFacts workspace) throws SchemaException {
        List<Finding> commands = PastedCommands.findings(document.tree());
        if (!commands.isEmpty() && document.tree().root().isEmpty()) {
            return commands;
        }
        Schema schema = schemas.get(document.kind());
        Optional<MatchState> start = document.type().start(schema.grammar());
        List<Finding> findings = new ArrayList<>();
        if (start.isPresent()) {
            String kind = document.kind().word();
            findings.addAll(validator(schema).findings(document.tree(), start.get(),
                    path -> Reference.packed().page(kind, path)));
        }
        // what the schema says of text that is a command, its fix says better
        findings.removeIf(finding -> commands.stream().anyMatch(command -> within(command.span(), finding.span())));
        findings.addAll(commands);
        findings.addAll(Rules.check(new RuleContext(document.tree(), workspace, findings)));
        findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
        return List.copyOf(findings);
    }

    private static boolean within(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    Optional<SchemaContext> context(LibvirtDocument document) throws SchemaException {
        Schema schema = schemas.get(document.kind());
        return document.type().start(schema.grammar()).map(validator(schema)::context);
    }

    private Validator validator(Schema schema) {
        return validators.computeIfAbsent(schema.kind(), kind -> new Validator(schema.grammar()));
    }
}
