package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.reference.Fact;
import dev.virtworkbench.language.reference.HtmlReference;
import dev.virtworkbench.language.reference.Reference;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.server.ServerLog;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/**
 * What an element, an attribute or a value is: our facts, and below them the section of libvirt's own reference where this
 * machine has it.
 */
public final class HoverFeature {

    private final Session session;
    private final ServerLog log;
    private final HtmlReference pages = new HtmlReference(HoverFeature::page);

    public HoverFeature(Session session, ServerLog log) {
        this.session = session;
        this.log = log;
    }

    /** Empty where nothing is known, or between the things that something is known about. */
    public Optional<Hover> at(LibvirtDocument document, Position position) {
        int offset = Ranges.offset(document.tree().lines(), position);
        return document.tree().elementAt(offset).flatMap(element -> about(document, element, offset));
    }

    private Optional<Hover> about(LibvirtDocument document, XmlElement element, int offset) {
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.span().touches(offset)) {
                Optional<Span> value = attribute.valueSpan().filter(span -> span.touches(offset));
                return hover(document, element, Optional.of(attribute.name()), value.map(span -> attribute.value()),
                        value.orElse(attribute.nameSpan()));
            }
        }
        if (element.nameSpan().touches(offset)) {
            return hover(document, element, Optional.empty(), Optional.empty(), element.nameSpan());
        }
        Optional<Span> endName = element.endNameSpan().filter(span -> span.touches(offset));
        if (endName.isPresent()) {
            return hover(document, element, Optional.empty(), Optional.empty(), endName.get());
        }
        // A text is explained by its meaning alone: what its element is can be read at the element's name.
        return element.textSpan().filter(span -> span.touches(offset)).flatMap(span -> Reference.packed()
                .valueMeaning(kind(document), path(element), Optional.empty(), element.text().strip(), session.locale())
                .map(meaning -> hover(document, "`" + element.text().strip() + "`: " + meaning, span)));
    }

    private Optional<Hover> hover(LibvirtDocument document, XmlElement element, Optional<String> attribute,
            Optional<String> value, Span span) {
        Locale locale = session.locale();
        return Reference.packed().fact(kind(document), path(element), attribute, locale).map(fact -> {
            List<String> parts = new ArrayList<>();
            value.map(word -> fact.values().get(word)).ifPresent(meaning -> parts.add("`" + value.get() + "`: " + meaning));
            parts.add(fact.markdown(locale).strip());
            section(fact).ifPresent(parts::add);
            return hover(document, String.join("\n\n---\n\n", parts), span);
        });
    }

    private Hover hover(LibvirtDocument document, String markdown, Span span) {
        String kind = session.client().hoverMarkdown() ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT;
        String text = session.client().hoverMarkdown() ? markdown : PlainText.of(markdown);
        return new Hover(new MarkupContent(kind, text + "\n"), Ranges.of(document.tree().lines(), span));
    }

    /** The section of the reference, which is in English. */
    private Optional<String> section(Fact fact) {
        try {
            return pages.section(fact).map(section -> Messages.of("hover.section").in(session.locale()) + "\n\n" + section);
        } catch (IOException unreadable) {
            log.failure("libvirt's reference on this machine", unreadable);
            return Optional.empty();
        }
    }

    private static Optional<InputStream> page(String name) throws IOException {
        for (String folder : HtmlReference.usualFolders()) {
            Path page = Path.of(folder, name);
            if (Files.isReadable(page)) {
                return Optional.of(Files.newInputStream(page));
            }
        }
        return Optional.empty();
    }

    private static String kind(LibvirtDocument document) {
        return document.kind().word();
    }

    private static List<String> path(XmlElement element) {
        Deque<String> names = new ArrayDeque<>();
        for (Optional<XmlElement> at = Optional.of(element); at.isPresent(); at = at.get().parent()) {
            names.push(at.get().name());
        }
        return List.copyOf(names);
    }
}
