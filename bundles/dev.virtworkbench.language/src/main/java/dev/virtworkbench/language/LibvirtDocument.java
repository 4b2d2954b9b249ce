package dev.virtworkbench.language;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.XmlTree;
import dev.virtworkbench.language.validation.SchemaContext;
import java.util.List;
import java.util.Optional;

/** One state of one document of libvirt's. Immutable, and free to share between threads. */
public final class LibvirtDocument {

    private final LibvirtLanguage language;
    private final String uri;
    private final XmlTree tree;
    private final DocumentType type;

    LibvirtDocument(LibvirtLanguage language, String uri, XmlTree tree, DocumentType type) {
        this.language = language;
        this.uri = uri;
        this.tree = tree;
        this.type = type;
    }

    public String uri() {
        return uri;
    }

    public XmlTree tree() {
        return tree;
    }

    /** What it is: a whole document, or a piece of a domain. */
    public DocumentType type() {
        return type;
    }

    /** The kind whose schema judges it. */
    public DocumentKind kind() {
        return type.kind();
    }

    /**
     * What is to be told about it, in document order: what is not well-formed, what the schema does not allow, and what libvirt
     * refuses beyond that. Waits for the schema to be read.
     *
     * @throws SchemaException if no place has a readable schema of this kind
     */
    public List<Finding> findings(WorkspaceFacts workspace) throws SchemaException {
        return language.findings(this, workspace);
    }

    /**
     * The grammar's state before the root. Waits for the schema to be read.
     *
     * @return empty if the schemas at hand, older ones, have no such root
     * @throws SchemaException if no place has a readable schema of this kind
     */
    public Optional<MatchState> start() throws SchemaException {
        return type.start(language.schemas().get(type.kind()).grammar());
    }

    /**
     * What the grammar says at places of this document. Waits for the schema to be read.
     *
     * @return empty if the schemas at hand, older ones, have no such root
     * @throws SchemaException if no place has a readable schema of this kind
     */
    public Optional<SchemaContext> context() throws SchemaException {
        return language.context(this);
    }
}
