package dev.virtworkbench.language.syntax;

import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.SyntaxProblem.RepairKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one start tag. What is missing in it is taken from what follows: a tag ends at the next {@code <} at the latest, and a
 * value without closing quote where the next attribute begins.
 */
final class StartTagParser {

    /**
     * @param element null when {@code text}
     * @param end offset behind the tag
     * @param text whether the {@code <} starts no tag at all but stands in running text
     */
    record Tag(XmlElement element, int end, boolean text) {
    }

    private final String text;
    private final List<SyntaxProblem> problems;
    private final NameTable names;
    private final AttributeValueParser values;
    private final CharacterCheck characters;

    StartTagParser(String text, NameTable names, List<SyntaxProblem> problems) {
        this.text = text;
        this.problems = problems;
        this.names = names;
        this.values = new AttributeValueParser(text, names, problems);
        this.characters = new CharacterCheck(text, problems);
    }

    Tag parse(int lessThan) {
        Span name = new Span(lessThan + 1, XmlCharacters.nameEnd(text, lessThan + 1));
        List<XmlAttribute> attributes = new ArrayList<>(4);
        int solid = name.end();
        int i = name.end();
        while (true) {
            int before = i;
            i = XmlCharacters.skipSpace(text, i);
            if (i >= text.length() || text.charAt(i) == '<') {
                return unfinished(lessThan, name, attributes, solid);
            }
            char c = text.charAt(i);
            if (c == '>') {
                return finished(name, lessThan, i + 1, false, attributes);
            }
            if (c == '/') {
                if (text.startsWith("/>", i)) {
                    return finished(name, lessThan, i + 2, true, attributes);
                }
                int behind = XmlCharacters.skipSpace(text, i + 1);
                if (behind >= text.length() || text.charAt(behind) == '<') {
                    unfinishedTag(name, Repair.insert(RepairKind.CLOSE_TAG, i + 1, ">"));
                    return new Tag(element(name, lessThan, i + 1, true, false, attributes), i + 1, false);
                }
            }
            if (XmlCharacters.isNameStart(c)) {
                int nameEnd = XmlCharacters.nameEnd(text, i);
                boolean assigned = hasEquals(nameEnd) || quoteAt(nameEnd);
                if (!assigned && isTextUpToTag(i)) {
                    return unfinished(lessThan, name, attributes, solid);
                }
                Span attributeName = new Span(i, nameEnd);
                if (before == i) {
                    add(SyntaxCode.MISSING_SPACE, attributeName, attributeName.of(text),
                            Repair.insert(RepairKind.INSERT_SPACE, i, " "));
                }
                XmlAttribute attribute = attribute(attributeName);
                duplicate(attribute, attributes, before);
                attributes.add(attribute);
                i = attribute.span().end();
                solid = i;
                continue;
            }
            if (isTextUpToTag(i)) {
                return unfinished(lessThan, name, attributes, solid);
            }
            i = stray(i);
            solid = i;
        }
    }

    private boolean hasEquals(int offset) {
        int i = XmlCharacters.skipSpace(text, offset);
        return i < text.length() && text.charAt(i) == '=';
    }

    private boolean quoteAt(int offset) {
        int i = XmlCharacters.skipSpace(text, offset);
        return i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'');
    }

    /** Whether what follows looks like content behind a tag whose {@code >} was left out. */
    private boolean isTextUpToTag(int from) {
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> {
                    return true;
                }
                case '>', '=', '"', '\'' -> {
                    return false;
                }
                default -> {
                }
            }
        }
        return true;
    }

    private XmlAttribute attribute(Span name) {
        int i = XmlCharacters.skipSpace(text, name.end());
        String attributeName = names.of(name);
        if (i < text.length() && text.charAt(i) == '=') {
            return values.parse(name, i + 1);
        }
        if (quoteAt(name.end())) {
            add(SyntaxCode.MISSING_EQUALS, name, attributeName,
                    Repair.insert(RepairKind.INSERT_EQUALS, name.end(), "="));
            return values.parse(name, name.end());
        }
        add(SyntaxCode.MISSING_VALUE, name, attributeName,
                Repair.insert(RepairKind.INSERT_VALUE, name.end(), "=''"));
        return new XmlAttribute(text, attributeName, name, null, name, '\0');
    }

    private void duplicate(XmlAttribute attribute, List<XmlAttribute> earlier, int spaceStart) {
        for (XmlAttribute other : earlier) {
            if (other.name().equals(attribute.name())) {
                add(SyntaxCode.DUPLICATE_ATTRIBUTE, attribute.nameSpan(), attribute.name(),
                        Repair.replace(RepairKind.REMOVE_ATTRIBUTE, new Span(spaceStart, attribute.span().end()),
                                attribute.name(), ""));
                return;
            }
        }
    }

    /** Characters that belong to nothing. */
    private int stray(int from) {
        int i = from + 1;
        while (i < text.length() && !XmlCharacters.isSpace(text.charAt(i)) && "<>/".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        Span span = new Span(from, i);
        add(SyntaxCode.STRAY_CHARACTERS, span, span.of(text),
                Repair.replace(RepairKind.REMOVE, span, span.of(text), ""));
        characters.allowed(span);
        return i;
    }

    private Tag finished(Span name, int lessThan, int end, boolean selfClosing, List<XmlAttribute> attributes) {
        return new Tag(element(name, lessThan, end, selfClosing, true, attributes), end, false);
    }

    /** No {@code >} before the next tag. */
    private Tag unfinished(int lessThan, Span name, List<XmlAttribute> attributes, int solid) {
        boolean insideWord = lessThan > 0 && "<>".indexOf(text.charAt(lessThan - 1)) < 0
                && !XmlCharacters.isSpace(text.charAt(lessThan - 1));
        if (attributes.isEmpty() && insideWord) {
            return new Tag(null, lessThan + 1, true);
        }
        Span actual = attributes.isEmpty() ? nameBeforeText(name) : name;
        int end = actual.equals(name) ? solid : actual.end();
        unfinishedTag(actual, Repair.insert(RepairKind.CLOSE_TAG, end, ">"),
                Repair.insert(RepairKind.SELF_CLOSE, end, "/>"));
        return new Tag(element(actual, lessThan, end, false, false, attributes), end, false);
    }

    /** In {@code <memory1024</memory>} the name that the following end tag has. */
    private Span nameBeforeText(Span name) {
        if (text.startsWith("</", name.end())) {
            int end = XmlCharacters.nameEnd(text, name.end() + 2);
            String closing = text.substring(name.end() + 2, end);
            if (!closing.isEmpty() && name.length() > closing.length() && name.of(text).startsWith(closing)) {
                return new Span(name.start(), name.start() + closing.length());
            }
        }
        return name;
    }

    private XmlElement element(Span name, int lessThan, int end, boolean selfClosing, boolean finished,
            List<XmlAttribute> attributes) {
        return new XmlElement(text, names.of(name), name, new Span(lessThan, end), selfClosing, finished, attributes);
    }

    private void unfinishedTag(Span name, Repair... repairs) {
        problems.add(new SyntaxProblem(SyntaxCode.UNFINISHED_START_TAG, name, List.of(name.of(text)),
                List.of(repairs)));
    }

    private void add(SyntaxCode code, Span span, String argument, Repair repair) {
        problems.add(new SyntaxProblem(code, span, List.of(argument), List.of(repair)));
    }
}
