package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.language.schema.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a new file may begin with: the least of a document of each kind that people write by hand. */
public enum Template {
    POOL(DocumentKind.STORAGE_POOL),
    VOLUME(DocumentKind.STORAGE_VOLUME),
    DOMAIN(DocumentKind.DOMAIN),
    NETWORK(DocumentKind.NETWORK),
    SECRET(DocumentKind.SECRET),
    SNAPSHOT(DocumentKind.DOMAIN_SNAPSHOT),
    CHECKPOINT(DocumentKind.DOMAIN_CHECKPOINT),
    BACKUP(DocumentKind.DOMAIN_BACKUP),
    FILTER(DocumentKind.NETWORK_FILTER),
    INTERFACE(DocumentKind.HOST_INTERFACE),
    DEVICE(DocumentKind.NODE_DEVICE);

    private final DocumentKind kind;

    Template(DocumentKind kind) {
        this.kind = kind;
    }

    /** What it is a document of. */
    public DocumentKind kind() {
        return kind;
    }

    /** The document. */
    public String text() {
        try (InputStream in = Template.class.getResourceAsStream("templates/" + fileName())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file may be called. */
    public String fileName() {
        return kind.root() + ".xml";
    }
}
