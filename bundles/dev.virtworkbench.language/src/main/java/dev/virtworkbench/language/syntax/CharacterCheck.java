package dev.virtworkbench.language.syntax;

import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.SyntaxProblem.RepairKind;
import java.util.List;

/** Looks at running text and attribute values for what may not stand there: references, {@code ]]>}, control characters. */
final class CharacterCheck {

    private final String text;
    private final List<SyntaxProblem> problems;

    CharacterCheck(String text, List<SyntaxProblem> problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Text between tags. */
    void text(Span span) {
        references(span);
        int end = text.indexOf("]]>", span.start(), span.end());
        while (end >= 0) {
            Span found = new Span(end, end + 3);
            add(SyntaxCode.CDATA_END_IN_TEXT, found, List.of(),
                    List.of(Repair.replace(RepairKind.ESCAPE, found, "]]>", "]]&gt;")));
            end = text.indexOf("]]>", end + 3, span.end());
        }
        allowed(span);
    }

    /** A value between quotes. */
    void value(Span span) {
        references(span);
        for (int i = span.start(); i < span.end(); i++) {
            if (text.charAt(i) == '<') {
                Span found = new Span(i, i + 1);
                add(SyntaxCode.UNESCAPED_LESS_THAN, found, List.of(),
                        List.of(Repair.replace(RepairKind.REMOVE, found, "<", ""),
                                Repair.replace(RepairKind.ESCAPE, found, "<", "&lt;")));
            }
        }
        allowed(span);
    }

    private void references(Span span) {
        for (int i = text.indexOf('&', span.start(), span.end()); i >= 0;
                i = text.indexOf('&', i + 1, span.end())) {
            boolean number = i + 1 < span.end() && text.charAt(i + 1) == '#';
            int nameEnd = number ? digitsEnd(i + 2, span.end())
                    : Math.min(XmlCharacters.nameEnd(text, i + 1), span.end());
            boolean complete = nameEnd > i + 1 && nameEnd < span.end() && text.charAt(nameEnd) == ';';
            if (!complete) {
                Span found = new Span(i, i + 1);
                add(SyntaxCode.UNESCAPED_AMPERSAND, found, List.of(),
                        List.of(Repair.replace(RepairKind.ESCAPE, found, "&", "&amp;"),
                                Repair.replace(RepairKind.REMOVE, found, "&", "")));
                continue;
            }
            Span found = new Span(i, nameEnd + 1);
            String reference = found.of(text);
            if (References.character(reference) < 0) {
                add(number ? SyntaxCode.BAD_CHARACTER_REFERENCE : SyntaxCode.UNKNOWN_ENTITY, found,
                        List.of(reference),
                        List.of(Repair.replace(RepairKind.ESCAPE, Span.at(i + 1), "&", "amp;"),
                                Repair.replace(RepairKind.REMOVE, found, reference, "")));
            }
        }
    }

    private int digitsEnd(int from, int end) {
        int i = from;
        while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Any markup: only the characters themselves are looked at. */
    void allowed(Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < '\uD800' || XmlCharacters.isSpace(c)) {
                continue;
            }
            int codePoint = text.codePointAt(i);
            int length = Character.charCount(codePoint);
            if (!XmlCharacters.isAllowed(codePoint)) {
                Span found = new Span(i, i + length);
                add(SyntaxCode.FORBIDDEN_CHARACTER, found, List.of("U+%04X".formatted(codePoint)),
                        List.of(Repair.replace(RepairKind.REMOVE, found, "U+%04X".formatted(codePoint), "")));
            }
            i += length - 1;
        }
    }

    private void add(SyntaxCode code, Span span, List<String> arguments, List<Repair> repairs) {
        problems.add(new SyntaxProblem(code, span, arguments, repairs));
    }
}
