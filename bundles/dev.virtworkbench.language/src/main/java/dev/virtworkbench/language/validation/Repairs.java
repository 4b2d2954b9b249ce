package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.reference.Usage;
import dev.virtworkbench.language.relaxng.Instance;
import dev.virtworkbench.language.relaxng.Instance.AttributeInstance;
import dev.virtworkbench.language.relaxng.Instances;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Works out what mends a mistake. Every candidate is tried on the whole document first: what does not leave fewer findings than
 * there were is not offered, and removing comes behind everything that keeps what was written.
 */
final class Repairs {

    private final XmlTree tree;
    private final SchemaNames names;
    private final ToIntFunction<String> findingsIn;
    private final int findings;
    private final Layout layout;
    private final UsualValues usual;

    /**
     * @param findingsIn counts the findings of a changed text
     * @param findings how many there are now
     */
    Repairs(XmlTree tree, SchemaNames names, ToIntFunction<String> findingsIn, int findings) {
        this.tree = tree;
        this.names = names;
        this.findingsIn = findingsIn;
        this.findings = findings;
        this.layout = new Layout(tree);
        this.usual = new UsualValues(tree);
    }

    List<Fix> of(Mistake mistake) {
        List<Fix> candidates = switch (mistake) {
            case Mistake.UnknownElement m -> unknownElement(m);
            case Mistake.DuplicateElement m -> List.of(removal(m.element()));
            case Mistake.ElementOutOfOrder m -> outOfOrder(m);
            case Mistake.MissingElements m -> missingElements(m);
            case Mistake.UnknownAttribute m -> unknownAttribute(m);
            case Mistake.MissingAttributes m -> missingAttributes(m);
            case Mistake.WrongValue m -> wrongValue(m);
            case Mistake.WrongText m -> wrongText(m);
            case Mistake.UnexpectedText m -> List.of(fix(Fix.Kind.REMOVE, words("remove-text"),
                    List.of(TextEdit.remove(m.span())), false));
        };
        List<Fix> keeping = new ArrayList<>();
        List<Fix> removing = new ArrayList<>();
        for (Fix candidate : candidates) {
            if (findingsIn.applyAsInt(TextEdit.apply(tree.text(), candidate.edits())) < findings) {
                (candidate.kind() == Fix.Kind.REMOVE ? removing : keeping).add(candidate);
            }
        }
        keeping.addAll(removing);
        return keeping;
    }

    private List<Fix> unknownElement(Mistake.UnknownElement mistake) {
        List<Fix> fixes = new ArrayList<>();
        XmlElement element = mistake.element();
        if (element.parent().isEmpty()) {
            // A document of another kind: nothing in it is worth mending.
            return fixes;
        }
        boolean slip = !mistake.suggestions().isEmpty()
                && Similarity.distance(element.localName(), mistake.suggestions().getFirst().local()) == 1;
        if (mistake.knownElsewhere() && !slip) {
            moves(element, fixes);
        }
        for (QName name : mistake.suggestions()) {
            String written = prefixed(element.prefix(), name);
            fixes.add(fix(Fix.Kind.RENAME, words("rename", "<" + written + ">"), layout.rename(element, written),
                    mistake.suggestions().size() == 1 || isClearest(element.localName(), mistake.suggestions())));
        }
        if (mistake.knownElsewhere() && slip) {
            moves(element, fixes);
        }
        if (mistake.suggestions().isEmpty()) {
            otherValues(element.parent().orElse(null), fixes);
        }
        fixes.add(removal(element));
        return fixes;
    }

    private static boolean isClearest(String written, List<QName> suggestions) {
        return Similarity.distance(written, suggestions.get(0).local())
                < Similarity.distance(written, suggestions.get(1).local());
    }

    private static String prefixed(String prefix, QName name) {
        return prefix.isEmpty() ? name.local() : prefix + ":" + name.local();
    }

    private void moves(XmlElement element, List<Fix> fixes) {
        for (Homes.Home home : new Homes(tree, names).of(element)) {
            List<TextEdit> edits = new ArrayList<>();
            edits.add(layout.remove(element));
            edits.addAll(layout.insert(home.parent(), home.behind(), layout.lines(element)));
            if (!overlap(edits)) {
                fixes.add(fix(Fix.Kind.MOVE, words("move", element.name(), home.parent().name()), edits, false));
            }
        }
    }

    private static boolean overlap(List<TextEdit> edits) {
        Span removed = edits.getFirst().span();
        return edits.stream().skip(1).anyMatch(edit -> removed.start() < edit.span().end()
                && edit.span().start() < removed.end());
    }

    private List<Fix> outOfOrder(Mistake.ElementOutOfOrder mistake) {
        XmlElement element = mistake.element();
        List<TextEdit> edits = new ArrayList<>();
        edits.add(layout.remove(element));
        edits.addAll(layout.insert(element.parent().orElseThrow(), mistake.later(), layout.lines(element)));
        return List.of(fix(Fix.Kind.MOVE, words("move-behind", element.name(), mistake.later().name()), edits, true),
                removal(element));
    }

    private List<Fix> missingElements(Mistake.MissingElements mistake) {
        XmlElement parent = mistake.element();
        List<String> path = SchemaFindings.path(parent);
        Writing writing = new Writing(layout, usual);
        List<String> lines = new ArrayList<>();
        List<Instance> wanted = mistake.at() != null ? instances(mistake)
                : Instances.completion(mistake.state()).map(Instance.Content::children).orElse(List.of());
        wanted.forEach(instance -> lines.addAll(writing.lines(instance, path)));
        if (lines.isEmpty()) {
            return List.of();
        }
        Message title = words("insert-elements", String.join(", ", wanted.stream().map(i -> "<" + i.name().local() + ">").toList()));
        List<Fix> fixes = new ArrayList<>();
        List<XmlElement> children = parent.elements();
        XmlElement front = mistake.at() == null ? children.isEmpty() ? null : children.getLast()
                : children.indexOf(mistake.at()) == 0 ? null : children.get(children.indexOf(mistake.at()) - 1);
        fixes.add(fix(Fix.Kind.INSERT, title, layout.insert(parent, front, lines), !writing.chose()));
        return fixes;
    }

    private static List<Instance> instances(Mistake.MissingElements mistake) {
        List<Instance> wanted = new ArrayList<>();
        MatchState state = mistake.state();
        for (QName name : mistake.names()) {
            Optional<Instance> instance = Instances.minimal(state, name);
            if (instance.isEmpty()) {
                break;
            }
            wanted.add(instance.get());
            state = state.startTag(name).orElseThrow().closeStartTagIgnoringMissing().endTagIgnoringMissing();
        }
        return wanted;
    }

    private List<Fix> unknownAttribute(Mistake.UnknownAttribute mistake) {
        List<Fix> fixes = new ArrayList<>();
        XmlAttribute attribute = mistake.attribute();
        for (QName name : mistake.suggestions()) {
            String written = prefixed(attribute.prefix(), name);
            fixes.add(fix(Fix.Kind.RENAME, words("rename", "'" + written + "'"),
                    List.of(new TextEdit(attribute.nameSpan(), written)), mistake.suggestions().size() == 1
                            || isClearest(attribute.localName(), mistake.suggestions())));
        }
        if (mistake.suggestions().isEmpty()) {
            otherValues(mistake.element(), fixes);
            mistake.element().parent().ifPresent(parent -> otherValues(parent, fixes));
        }
        fixes.add(fix(Fix.Kind.REMOVE, words("remove-attribute", attribute.name()), List.of(layout.remove(attribute)), false));
        return fixes;
    }

    /** What is refused may be right, and a choice such as {@code type='file'} made before it wrong. */
    private void otherValues(XmlElement element, List<Fix> fixes) {
        if (element == null) {
            return;
        }
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.name().equals("type") && !attribute.name().equals("model") && !attribute.name().equals("mode")
                    || attribute.valueSpan().isEmpty()) {
                continue;
            }
            for (String value : Usage.packed().values(SchemaFindings.path(element), Optional.of(attribute.name())).keySet()) {
                if (value.equals(attribute.value())) {
                    continue;
                }
                fixes.add(fix(Fix.Kind.REPLACE, words("other-value", attribute.name(), value),
                        List.of(new TextEdit(attribute.valueSpan().get(), value)), false));
            }
        }
    }

    private List<Fix> missingAttributes(Mistake.MissingAttributes mistake) {
        XmlElement element = mistake.element();
        List<String> path = SchemaFindings.path(element);
        List<Fix> fixes = new ArrayList<>();
        List<AttributeInstance> wanted = mistake.names().stream()
                .map(name -> new AttributeInstance(name, mistake.inTag().attributeValues(name))).toList();
        if (wanted.size() == 1 && wanted.getFirst().values().literals().size() > 1) {
            AttributeInstance only = wanted.getFirst();
            for (String value : best(only.values(), path, only.name(), element, mistake.inTag())) {
                String written = only.name().local() + "=" + layout.quote() + value + layout.quote();
                fixes.add(fix(Fix.Kind.INSERT, words("insert-attributes", written),
                        List.of(layout.addAttributes(element, written)), false));
            }
            return fixes;
        }
        Writing writing = new Writing(layout, usual);
        String written = String.join(" ", wanted.stream().map(each -> writing.attribute(path, each)).toList());
        fixes.add(fix(Fix.Kind.INSERT, words("insert-attributes", written),
                List.of(layout.addAttributes(element, written)), !writing.chose()));
        return fixes;
    }

    /** The values with which the element's content makes most sense, the usual ones first. */
    private List<String> best(ValueChoices values, List<String> path, QName name, XmlElement element, MatchState inTag) {
        List<String> usualFirst = new ArrayList<>(Usage.packed()
                .values(path, Optional.of(name.local())).keySet());
        usualFirst.retainAll(values.literals());
        values.literals().stream().filter(value -> !usualFirst.contains(value)).forEach(usualFirst::add);
        return new Recovery(names, false).valuesByContent(element, inTag, name, usualFirst).stream().limit(3).toList();
    }

    private List<Fix> wrongValue(Mistake.WrongValue mistake) {
        List<String> values = new ArrayList<>(mistake.suggestions());
        if (values.isEmpty()) {
            if (mistake.allowed().literals().size() > 1) {
                QName name = Names.of(mistake.attribute());
                values.addAll(best(mistake.allowed(), SchemaFindings.path(mistake.element()), name, mistake.element(),
                        mistake.inTag()));
            } else {
                usual.of(SchemaFindings.path(mistake.element()), Optional.of(mistake.attribute().localName()),
                        mistake.allowed()).ifPresent(values::add);
            }
        }
        boolean clear = isClear(mistake.suggestions(), mistake.allowed());
        List<Fix> fixes = new ArrayList<>();
        Span span = mistake.attribute().valueSpan().orElseThrow();
        values.forEach(value -> fixes.add(fix(Fix.Kind.RENAME, words("value", value),
                List.of(new TextEdit(span, value)), clear)));
        fixes.add(fix(Fix.Kind.REMOVE, words("remove-attribute", mistake.attribute().name()),
                List.of(layout.remove(mistake.attribute())), false));
        return fixes;
    }

    /** Whether nothing but the one suggestion can have been meant: a value that the schema lists, not one that was made up. */
    private static boolean isClear(List<String> suggestions, ValueChoices allowed) {
        return suggestions.size() == 1 && allowed.literals().contains(suggestions.getFirst());
    }

    private List<Fix> wrongText(Mistake.WrongText mistake) {
        List<String> values = new ArrayList<>(mistake.suggestions());
        if (values.isEmpty()) {
            usual.of(SchemaFindings.path(mistake.element()), Optional.empty(), mistake.allowed()).ifPresent(values::add);
            mistake.allowed().literals().stream().filter(v -> !values.contains(v)).limit(3).forEach(values::add);
        }
        XmlElement element = mistake.element();
        boolean empty = mistake.text().isBlank();
        List<Fix> fixes = new ArrayList<>();
        for (String value : values) {
            TextEdit edit = element.selfClosing()
                    ? new TextEdit(new Span(element.startTag().end() - 2, element.startTag().end()),
                            ">" + value + "</" + element.name() + ">")
                    : new TextEdit(mistake.span(), value);
            fixes.add(fix(empty ? Fix.Kind.INSERT : Fix.Kind.RENAME, words(empty ? "insert-text" : "value", value),
                    List.of(edit), isClear(mistake.suggestions(), mistake.allowed())));
        }
        fixes.add(removal(element));
        return fixes;
    }

    private Fix removal(XmlElement element) {
        return fix(Fix.Kind.REMOVE, words("remove-element", element.name()), List.of(layout.remove(element)), false);
    }

    private static Fix fix(Fix.Kind kind, Message title, List<TextEdit> edits, boolean safe) {
        return new Fix(kind, title, edits, safe);
    }

    private static Message words(String key, Object... arguments) {
        return Message.of(Repairs.class, "schema.fix." + key, arguments);
    }
}
