package dev.virtworkbench.server.command;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import dev.virtworkbench.language.schema.SchemaException;
import java.util.Optional;

/** Tells libvirt's documents from others, or takes all for the kind that the person named. Thread-safe. */
final class Recogniser {

    private final LibvirtLanguage language;
    private final Optional<DocumentKind> kind;

    /** @param kind what every document is taken for; empty to go by the root element */
    Recogniser(LibvirtLanguage language, Optional<DocumentKind> kind) {
        this.language = language;
        this.kind = kind;
    }

    /**
     * A text as a document; waits for its schema where only that tells where an element was meant to end.
     *
     * @param path of the file; empty if there is none
     * @return empty if it is none of libvirt's
     * @throws SchemaException if there is no schema for this kind of document
     */
    Optional<LibvirtDocument> read(String path, String text) throws SchemaException {
        Optional<LibvirtDocument> document = readOnce(path, text);
        if (document.isEmpty() || document.get().tree().wellFormed()
                || language.schemas().ifLoaded(document.get().kind()).isPresent()) {
            return document;
        }
        language.schemas().get(document.get().kind());
        return readOnce(path, text);
    }

    private Optional<LibvirtDocument> readOnce(String path, String text) {
        return kind.isPresent() ? Optional.of(language.readAs(kind.get(), path, text)) : language.read(path, text);
    }

    /** What people call this kind of document: the name of its root element. */
    static String kind(LibvirtDocument document) {
        return switch (document.type()) {
            case DocumentType.Document whole -> whole.kind().root();
            case DocumentType.Fragment piece -> piece.root().local();
        };
    }
}
