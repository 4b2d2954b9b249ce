package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Finding.Related;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.relaxng.AttributeChoice;
import dev.virtworkbench.language.relaxng.ElementChoice;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.NameClass;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts mistakes into words: what is wrong, what is expected there, and what may have been meant. */
final class SchemaFindings {

    private static final int MOST_NAMES = 8;

    private final LineIndex lines;
    private final Set<QName> present;
    private final SchemaNames names;
    private final Repairs repairs;
    private final Function<List<String>, URI> pages;

    /** @param pages gives the page of libvirt's reference about an element, by the path to it */
    SchemaFindings(XmlTree tree, SchemaNames names, Repairs repairs, Function<List<String>, URI> pages) {
        this.lines = tree.lines();
        this.present = tree.elements().stream().map(Names::of).collect(Collectors.toSet());
        this.names = names;
        this.repairs = repairs;
        this.pages = pages;
    }

    Finding of(Mistake mistake) {
        String code = code(mistake);
        return new Finding(Source.SCHEMA, code, Severity.ERROR, mistake.span(), message(mistake),
                pages.apply(path(mistake.element())), related(mistake), () -> repairs.of(mistake));
    }

    static String code(Mistake mistake) {
        return switch (mistake) {
            case Mistake.UnknownElement m -> m.knownElsewhere() ? "misplaced-element" : "unknown-element";
            case Mistake.DuplicateElement m -> "duplicate-element";
            case Mistake.ElementOutOfOrder m -> "element-out-of-order";
            case Mistake.MissingElements m -> "missing-element";
            case Mistake.UnknownAttribute m -> m.conflict() == null ? "unknown-attribute" : "conflicting-attribute";
            case Mistake.MissingAttributes m -> "missing-attribute";
            case Mistake.WrongValue m -> "wrong-value";
            case Mistake.WrongText m -> m.text().isBlank() ? "missing-text" : "wrong-text";
            case Mistake.UnexpectedText m -> "unexpected-text";
        };
    }

    private Message message(Mistake mistake) {
        return switch (mistake) {
            case Mistake.UnknownElement m -> element(m);
            case Mistake.DuplicateElement m -> words("duplicate-element", m.element().name(), parent(m.element()),
                    lines.line(m.first().startTag().start()) + 1);
            case Mistake.ElementOutOfOrder m -> words("element-out-of-order", m.element().name(), m.later().name());
            case Mistake.MissingElements m -> m.names().isEmpty() ? words("missing-content", m.element().name())
                    : words("missing-element", m.element().name(), elements(m.names()));
            case Mistake.UnknownAttribute m -> attribute(m);
            case Mistake.MissingAttributes m -> words(m.names().size() == 1 ? "missing-attribute" : "missing-attributes",
                    m.element().name(), attributes(m.names()));
            case Mistake.WrongValue m -> value(m.attribute().value(), m.attribute().name(), m.suggestions(),
                    ValueWords.of(m.allowed()), "value");
            case Mistake.WrongText m -> m.text().isBlank()
                    ? words("missing-text", m.element().name(), ValueWords.of(m.allowed()))
                    : value(m.text().strip(), m.element().name(), m.suggestions(), ValueWords.of(m.allowed()), "text");
            case Mistake.UnexpectedText m -> words("unexpected-text", m.element().name());
        };
    }

    private Message element(Mistake.UnknownElement mistake) {
        String name = mistake.element().name();
        String parent = parent(mistake.element());
        if (!mistake.suggestions().isEmpty() && !mistake.knownElsewhere()) {
            return words("unknown-element-near", name, parent, "<" + mistake.suggestions().getFirst().local() + ">");
        }
        List<QName> homes = mistake.knownElsewhere() ? homes(mistake.element()) : List.of();
        if (!homes.isEmpty()) {
            return words("misplaced-element", name, parent, elements(homes));
        }
        List<QName> allowed = allowedElements(mistake.before());
        if (mistake.element().parent().isEmpty()) {
            return words("unknown-root", name, elements(allowed));
        }
        return allowed.isEmpty() ? words("unknown-element", name, parent)
                : words("unknown-element-expected", name, parent, elements(allowed));
    }

    /** Where the element belongs: the places that this document has, or else all. */
    private List<QName> homes(XmlElement element) {
        List<QName> all = names.parentsOf(Names.of(element));
        List<QName> here = all.stream().filter(present::contains).toList();
        return here.isEmpty() ? all : here;
    }

    private Message attribute(Mistake.UnknownAttribute mistake) {
        String name = mistake.attribute().name();
        String element = mistake.element().name();
        if (mistake.conflict() != null) {
            return words("conflicting-attribute", name, element, mistake.conflict().name(), mistake.conflict().value());
        }
        if (!mistake.suggestions().isEmpty()) {
            return words("unknown-attribute-near", name, element, mistake.suggestions().getFirst().local());
        }
        List<QName> allowed = mistake.inTag().attributes().stream().map(AttributeChoice::nameClass)
                .filter(NameClass.Name.class::isInstance).map(one -> ((NameClass.Name) one).name()).toList();
        Mistake.UnknownAttribute.Choice choice = mistake.choice();
        if (choice != null) {
            return words("unknown-attribute-of-another", name, element, choice.attribute().owner().name(),
                    choice.attribute().name(), choice.value(), choice.attribute().value());
        }
        return allowed.isEmpty() ? words("unknown-attribute", name, element)
                : words("unknown-attribute-expected", name, element, attributes(allowed));
    }

    private static Message value(String written, String name, List<String> suggestions, Message expected, String kind) {
        String shown = written.length() > 60 ? written.substring(0, 60) + "…" : written;
        return suggestions.isEmpty() ? words("wrong-" + kind, shown, name, expected)
                : words("wrong-" + kind + "-near", shown, name, expected, suggestions.getFirst());
    }

    private static List<QName> allowedElements(MatchState state) {
        return state.elements().stream().map(ElementChoice::nameClass).filter(NameClass.Name.class::isInstance)
                .map(one -> ((NameClass.Name) one).name()).toList();
    }

    private static String parent(XmlElement element) {
        return element.parent().map(XmlElement::name).orElse("");
    }

    private static Object elements(List<QName> list) {
        return listed(list.stream().map(name -> "<" + name.local() + ">").distinct().toList());
    }

    private static Object attributes(List<QName> list) {
        return listed(list.stream().map(name -> "'" + name.local() + "'").distinct().toList());
    }

    private static Object listed(List<String> all) {
        String some = String.join(", ", all.subList(0, Math.min(MOST_NAMES, all.size())));
        return all.size() > MOST_NAMES ? words("more", some, all.size() - MOST_NAMES) : some;
    }

    private static List<Related> related(Mistake mistake) {
        return switch (mistake) {
            case Mistake.DuplicateElement m -> List.of(new Related(m.first().nameSpan(),
                    words("first-here", m.first().name())));
            case Mistake.ElementOutOfOrder m -> List.of(new Related(m.later().nameSpan(),
                    words("expected-before", m.later().name())));
            case Mistake.UnknownAttribute m when m.conflict() != null -> List.of(new Related(m.conflict().span(),
                    words("rules-out", m.attribute().name())));
            default -> List.of();
        };
    }

    static List<String> path(XmlElement element) {
        return List.of(element.path().split("/"));
    }

    private static Message words(String key, Object... arguments) {
        return Message.of(SchemaFindings.class, "schema." + key, arguments);
    }
}
