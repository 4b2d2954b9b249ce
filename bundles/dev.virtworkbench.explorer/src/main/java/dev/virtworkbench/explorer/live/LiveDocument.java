package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Origin;
import dev.virtworkbench.language.syntax.XmlTree;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;

/**
 * The document of a host's object while it is open: the text as the host gave it, which editing began from. What a person has
 * typed since is in the editor's buffer. Holds passwords, so it goes when the editor closes. Reading is safe from any thread.
 */
public final class LiveDocument {

    private static final Map<URI, LiveDocument> OPEN = new ConcurrentHashMap<>();

    private final LiveObject object;
    private volatile String text;
    private volatile String opened;
    /** Whether what is edited lacks the passwords that the object has. */
    private volatile boolean withoutSecrets;
    private volatile long stamp = 1;

    private LiveDocument(LiveObject object, String text) {
        this.object = object;
        this.text = text;
        this.opened = text;
    }

    /** Keeps a text as the host gave it, unless the object's document is open already. */
    static LiveDocument open(LiveObject object, String text) {
        return OPEN.computeIfAbsent(object.uri(), uri -> new LiveDocument(object, text));
    }

    /** The open document with that address. */
    public static Optional<LiveDocument> at(URI uri) {
        return Optional.ofNullable(OPEN.get(uri));
    }

    /** The open documents of a host. */
    static List<LiveDocument> of(String host) {
        return OPEN.values().stream().filter(document -> document.object.host().equals(host)).toList();
    }

    /** All that are open. */
    static List<LiveDocument> all() {
        return List.copyOf(OPEN.values());
    }

    /** Forgets it. */
    void close() {
        OPEN.remove(object.uri(), this);
    }

    /** What it is the document of. */
    public LiveObject object() {
        return object;
    }

    String text() {
        return text;
    }

    /** Counts what was kept, as a file's time would. */
    long stamp() {
        return stamp;
    }

    void keep(String saved) {
        text = saved;
        stamp++;
    }

    /** What the host had when editing began. */
    String opened() {
        return opened;
    }

    /** What to apply to have the object as somebody edited it. */
    public ApplyRequest request(String edited) {
        ApplyRequest request = isNew() ? object.request(edited) : object.request(edited).openedAs(opened);
        return withoutSecrets ? request.keepingSecrets() : request;
    }

    /** Whether the host had no such object when editing began. */
    boolean isNew() {
        return opened.isEmpty();
    }

    /** Whether a document of the host means something else than what is open was when it was opened. */
    boolean differs(String fromHost) {
        return !Difference.of(XmlTree.parse(opened), Origin.LIBVIRT, XmlTree.parse(fromHost), Origin.LIBVIRT).isEmpty();
    }

    /** Whether it was edited since it was read. On the UI thread. */
    public boolean dirty() {
        return buffer().map(ITextFileBuffer::isDirty).orElse(false);
    }

    /** What stands in its editor. On the UI thread. */
    public String edited() {
        return buffer().map(buffer -> buffer.getDocument().get()).orElse(text);
    }

    /** Takes what the host has: the editor shows it and is clean; caret and undo stay. On the UI thread. */
    public void take(String fromHost) throws CoreException {
        opened = fromHost;
        withoutSecrets = false;
        Optional<ITextFileBuffer> buffer = buffer();
        if (buffer.isEmpty()) {
            keep(fromHost);
            return;
        }
        replace(buffer.get().getDocument(), fromHost);
        // writes to the file of this document, which keeps it in memory
        buffer.get().commit(null, true);
    }

    /**
     * Takes what somebody merged from their edited text and what the host has: the editor shows it and is dirty. On the UI thread.
     *
     * @param fromHost what it was merged with, from which editing goes on
     * @throws CoreException if its editor was closed meanwhile, so that the merged text has nowhere to go
     */
    public void merged(String result, String fromHost) throws CoreException {
        ITextFileBuffer editor = buffer()
                .orElseThrow(() -> new CoreException(Status.error(Texts.get("merge.closed", object.name(), object.host()))));
        opened = fromHost;
        replace(editor.getDocument(), result);
    }

    /** Takes a text that was edited before, and kept without passwords: the editor shows it and is dirty. On the UI thread. */
    void goOnWith(String unsaved) throws CoreException {
        withoutSecrets = true;
        merged(unsaved, opened);
    }

    private Optional<ITextFileBuffer> buffer() {
        return Optional.ofNullable(FileBuffers.getTextFileBufferManager().getFileStoreTextFileBuffer(new LiveFile(object.uri())));
    }

    /** Replaces only what is between the common beginning and end, so that the caret stays where it is. */
    private static void replace(IDocument document, String with) {
        String now = document.get();
        if (now.equals(with)) {
            return;
        }
        int shorter = Math.min(now.length(), with.length());
        int begin = 0;
        while (begin < shorter && now.charAt(begin) == with.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && now.charAt(now.length() - 1 - end) == with.charAt(with.length() - 1 - end)) {
            end++;
        }
        try {
            document.replace(begin, now.length() - end - begin, with.substring(begin, with.length() - end));
        } catch (BadLocationException e) {
            throw new IllegalStateException("a text that is not edited on the UI thread alone", e);
        }
    }
}
