package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds commands where XML should be: as the whole of a document, or {@code attach-disk} and {@code attach-interface} among a domain's
 * devices. The fix is their XML.
 */
public final class PastedCommands {

    private static final String CODE = "command-line";

    private PastedCommands() { }

    /** What a text without any element would be, turned into XML; empty if it is no command. */
    public static Optional<DocumentType> type(XmlTree tree) {
        return documents(whole(tree)).findFirst().map(Document::root).flatMap(root -> DocumentKind.of(root)
                .filter(kind -> kind != DocumentKind.HOST_INTERFACE).map(kind -> (DocumentType) new DocumentType.Document(kind))
                .or(() -> Optional.of(new DocumentType.Fragment(QName.of(root)))));
    }

    /** The commands of a tree. */
    public static List<Finding> findings(XmlTree tree) {
        if (tree.root().isEmpty()) {
            return ofDocument(tree, whole(tree));
        }
        return tree.root().filter(root -> root.name().equals("domain")).flatMap(root -> root.element("devices")).stream()
                .flatMap(devices -> inside(tree, devices)).toList();
    }

    private static List<Translation> whole(XmlTree tree) {
        return tree.root().isPresent() ? List.of() : CommandLines.find(tree.text());
    }

    private static Stream<Document> documents(List<Translation> translations) {
        return translations.stream().flatMap(each -> each.document().stream());
    }

    private static List<Finding> ofDocument(XmlTree tree, List<Translation> all) {
        boolean several = documents(all).count() > 1;
        List<Finding> findings = new ArrayList<>();
        for (Translation each : all) {
            each.document().ifPresent(document -> {
                List<Message> remarks = Stream.concat(all.stream().filter(other -> other != each)
                        .map(other -> Notes.message("command.other", other.command())), each.notes().stream().map(Note::message)).toList();
                Message title = several ? Notes.message("command.fix.one", each.command()) : Notes.message("command.fix");
                findings.add(finding(each.span(), each, new Fix(Fix.Kind.REPLACE, title,
                        List.of(new TextEdit(new Span(0, tree.text().length()), document.xml())), false, remarks)));
            });
        }
        return findings;
    }

    private static Finding finding(Span span, Translation command, Fix fix) {
        int offset = span.start() - command.span().start();
        List<Finding.Related> related = command.notes().stream().map(note -> new Finding.Related(
                new Span(note.span().start() + offset, note.span().end() + offset), note.message())).toList();
        return new Finding(Source.XML, CODE, Severity.ERROR, span, Notes.message("command.message", command.command()), null, related,
                () -> List.of(fix));
    }

    private static Stream<Finding> inside(XmlTree tree, XmlElement devices) {
        return devices.children().stream().filter(XmlText.class::isInstance).map(XmlText.class::cast)
                .filter(text -> !text.blank() && !text.cdata()).flatMap(text -> ofText(tree, text.trimmed()).stream());
    }

    private static Optional<Finding> ofText(XmlTree tree, Span place) {
        List<Translation> devices = CommandLines.find(place.of(tree.text())).stream()
                .filter(each -> each.document().filter(Document::device).isPresent()).toList();
        if (devices.isEmpty()) {
            return Optional.empty();
        }
        int line = tree.lines().lineStart(tree.lines().line(place.start()));
        String before = tree.text().substring(line, place.start());
        String indent = before.isBlank() ? before : "";
        String xml = String.join("", documents(devices).map(Document::xml).toList()).strip().replace("\n", "\n" + indent);
        Translation first = devices.getFirst();
        Fix fix = new Fix(Fix.Kind.REPLACE, Notes.message("command.fix"), List.of(new TextEdit(place, xml)), false,
                devices.stream().flatMap(each -> each.notes().stream()).map(Note::message).toList());
        return Optional.of(finding(place, new Translation(first.command(), new Span(0, place.length()), first.document(), first.notes()), fix));
    }
}
