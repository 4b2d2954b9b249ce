package dev.virtworkbench.language.findings;

import dev.virtworkbench.language.syntax.Span;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** One thing to tell about one place of a document. Immutable; its fixes are worked out when they are first asked for. */
public final class Finding {

    private final Source source;
    private final String code;
    private final Severity severity;
    private final Span span;
    private final Message message;
    private final URI page;
    private final List<Related> related;
    private final Supplier<List<Fix>> repairs;
    private volatile List<Fix> fixes;

    /**
     * Another place that has to do with a finding.
     *
     * @param span where, in the same document
     * @param message what is there
     */
    public record Related(Span span, Message message) {
    }

    /**
     * @param code stable, in lower case with hyphens, unique within its source
     * @param page where libvirt documents it; null if nowhere
     * @param repairs gives the fixes, best first; called at most a few times, on any thread
     */
    public Finding(Source source, String code, Severity severity, Span span, Message message, URI page,
            List<Related> related, Supplier<List<Fix>> repairs) {
        this.source = source;
        this.code = code;
        this.severity = severity;
        this.span = span;
        this.message = message;
        this.page = page;
        this.related = List.copyOf(related);
        this.repairs = repairs;
    }

    public Source source() {
        return source;
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    public Span span() {
        return span;
    }

    public Message message() {
        return message;
    }

    /** The message in the language nearest to {@code locale}. */
    public String text(Locale locale) {
        return message.in(locale);
    }

    public Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    public List<Related> related() {
        return related;
    }

    /** What mends it, best first; empty where nothing sensible is known. */
    public List<Fix> fixes() {
        List<Fix> known = fixes;
        if (known == null) {
            known = List.copyOf(repairs.get());
            fixes = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return span + " " + code + " " + message.arguments();
    }
}
