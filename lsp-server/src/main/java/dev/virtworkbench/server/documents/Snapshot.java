package dev.virtworkbench.server.documents;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.LineIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A document as it was after one edit. Immutable to the outside; what is read out of the text is worked out once, when
 * it is first asked for. Safe for use by several threads.
 */
public final class Snapshot {

    private final String uri;
    private final String languageId;
    private final int version;
    private final String text;
    private final LibvirtLanguage language;

    private volatile LineIndex lines;
    private volatile Optional<LibvirtDocument> document;
    private final Object judging = new Object();
    private Judged judged;
    private volatile boolean readBlindly;

    private record Judged(WorkspaceFacts workspace, List<Finding> findings) {
    }

    Snapshot(String uri, String languageId, int version, String text, LibvirtLanguage language) {
        this.uri = uri;
        this.languageId = languageId;
        this.version = version;
        this.text = text;
        this.language = language;
    }

    Snapshot withText(int newVersion, String newText) {
        return new Snapshot(uri, languageId, newVersion, newText, language);
    }

    Snapshot withLanguage(LibvirtLanguage other) {
        return new Snapshot(uri, languageId, version, text, other);
    }

    /** The URI exactly as the client writes it. */
    public String uri() {
        return uri;
    }

    /** The client's version of this text. */
    public int version() {
        return version;
    }

    public String text() {
        return text;
    }

    public LineIndex lines() {
        LineIndex known = lines;
        if (known == null) {
            Optional<LibvirtDocument> read = document;
            known = read != null && read.isPresent() ? read.get().tree().lines() : new LineIndex(text);
            lines = known;
        }
        return known;
    }

    /** Whether it is XML, which libvirt's is, whatever stands in it. */
    public boolean mayBeLibvirts() {
        return isDeclared() || languageId.toLowerCase(Locale.ROOT).contains("xml") || uri.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    /** The document as libvirt XML; empty where it is somebody else's, which is to be left alone. */
    public Optional<LibvirtDocument> libvirt() {
        Optional<LibvirtDocument> known = document;
        if (known == null) {
            synchronized (this) {
                known = document;
                if (known == null) {
                    known = read();
                    document = known;
                }
            }
        }
        return known;
    }

    /**
     * What is wrong with it, in document order. May wait for a schema to be read; somebody who asks for the same while it
     * is being worked out waits for that instead of doing it again.
     *
     * @throws SchemaException if there is no schema for it
     */
    public List<Finding> findings(WorkspaceFacts workspace) throws SchemaException {
        if (libvirt().isEmpty()) {
            return List.of();
        }
        synchronized (judging) {
            if (judged == null || !judged.workspace().equals(workspace)) {
                judged = new Judged(workspace, knowing(libvirt().get()).findings(workspace));
            }
            return judged.findings();
        }
    }

    /** The document read once more if it was read, malformed, when its schema was not there yet: that tells better what is meant. */
    private LibvirtDocument knowing(LibvirtDocument read) throws SchemaException {
        if (!readBlindly) {
            return read;
        }
        language.schemas().get(read.kind());
        Optional<LibvirtDocument> again = read();
        document = again;
        return again.orElse(read);
    }

    private Optional<LibvirtDocument> read() {
        if (isDeclared()) {
            return noted(language.readDeclared(uri, text));
        }
        return mayBeLibvirts() ? noted(language.read(uri, text)) : Optional.empty();
    }

    private boolean isDeclared() {
        return languageId.toLowerCase(Locale.ROOT).contains("libvirt");
    }

    private Optional<LibvirtDocument> noted(Optional<LibvirtDocument> read) {
        readBlindly = read.filter(known -> !known.tree().wellFormed() && language.schemas().ifLoaded(known.kind()).isEmpty())
                .isPresent();
        return read;
    }
}
