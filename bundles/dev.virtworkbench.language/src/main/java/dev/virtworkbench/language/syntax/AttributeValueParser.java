package dev.virtworkbench.language.syntax;

import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.SyntaxProblem.RepairKind;
import java.util.List;

/** Reads what stands behind the {@code =} of an attribute, and guesses the end of a value whose closing quote is missing. */
final class AttributeValueParser {

    /** What word processors and web pages make of quotes; no name or value of libvirt's begins with one. */
    private static final String TYPOGRAPHIC = "\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u00AB\u00BB";

    private final String text;
    private final NameTable names;
    private final List<SyntaxProblem> problems;
    private final CharacterCheck characters;

    AttributeValueParser(String text, NameTable names, List<SyntaxProblem> problems) {
        this.text = text;
        this.names = names;
        this.problems = problems;
        this.characters = new CharacterCheck(text, problems);
    }

    /** The attribute of that name, whose value is looked for from {@code from} on. */
    XmlAttribute parse(Span name, int from) {
        int i = XmlCharacters.skipSpace(text, from);
        char c = i < text.length() ? text.charAt(i) : 0;
        if (c != '"' && c != '\'') {
            return unquoted(name, from, i);
        }
        int close = text.indexOf(c, i + 1);
        int lessThan = text.indexOf('<', i + 1);
        boolean clean = close >= 0 && (lessThan < 0 || close < lessThan);
        if (clean ? endsValue(close + 1) || !swallowsAttribute(i + 1, close) : isOneWord(i + 1, close)) {
            Span value = new Span(i + 1, close);
            characters.value(value);
            return new XmlAttribute(text, names.of(name), name, value, new Span(name.start(), close + 1), c);
        }
        Span value = new Span(i + 1, guessedEnd(i + 1));
        String quote = String.valueOf(c);
        problems.add(new SyntaxProblem(SyntaxCode.MISSING_CLOSING_QUOTE, new Span(i, value.end()),
                List.of(name.of(text)), List.of(Repair.insert(RepairKind.INSERT_QUOTE, value.end(), quote))));
        characters.value(value);
        return new XmlAttribute(text, names.of(name), name, value, new Span(name.start(), value.end()), c);
    }

    /** Whether a tag may go on like this behind a closing quote. */
    private boolean endsValue(int offset) {
        return offset >= text.length() || XmlCharacters.isSpace(text.charAt(offset)) || text.charAt(offset) == '>'
                || text.charAt(offset) == '<' || text.startsWith("/>", offset);
    }

    /** Whether the presumed value ends like {@code 1 level=}: its quote then opens the next value. */
    private boolean swallowsAttribute(int start, int close) {
        int i = close;
        while (i > start && XmlCharacters.isSpace(text.charAt(i - 1))) {
            i--;
        }
        if (i == start || text.charAt(i - 1) != '=') {
            return false;
        }
        i--;
        while (i > start && XmlCharacters.isSpace(text.charAt(i - 1))) {
            i--;
        }
        int nameEnd = i;
        while (i > start && XmlCharacters.isName(text.charAt(i - 1))) {
            i--;
        }
        return i < nameEnd && i >= start && (i == start || XmlCharacters.isSpace(text.charAt(i - 1)));
    }

    /** Whether a value with a {@code <} in it is closed all the same, the {@code <} being the mistake. */
    private boolean isOneWord(int start, int close) {
        if (close < 0 || !endsValue(close + 1) || text.charAt(close - 1) == '=') {
            return false;
        }
        for (int i = start; i < close; i++) {
            char c = text.charAt(i);
            if (c == '>' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    /** The end of a value that has no closing quote: before the next attribute, the tag's end, the next tag or the line's end. */
    private int guessedEnd(int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '>' || c == '\n' || c == '\r') {
                boolean slash = c == '>' && i > start && text.charAt(i - 1) == '/';
                return trimmed(start, slash ? i - 1 : i);
            }
            if (XmlCharacters.isSpace(c)) {
                int next = XmlCharacters.skipSpace(text, i);
                int nameEnd = XmlCharacters.nameEnd(text, next);
                int equals = XmlCharacters.skipSpace(text, nameEnd);
                if (nameEnd > next && equals < text.length() && text.charAt(equals) == '=') {
                    return i;
                }
            }
        }
        return trimmed(start, text.length());
    }

    private int trimmed(int start, int end) {
        int i = end;
        while (i > start && XmlCharacters.isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private XmlAttribute unquoted(Span name, int from, int start) {
        int close = typographicClose(start);
        if (close >= 0) {
            return inTypographicQuotes(name, start, close);
        }
        int i = start;
        while (i < text.length() && !XmlCharacters.isSpace(text.charAt(i)) && "<>\"'".indexOf(text.charAt(i)) < 0
                && !text.startsWith("/>", i)) {
            i++;
        }
        String attributeName = name.of(text);
        if (i == start || isNextAttribute(start, from)) {
            problems.add(new SyntaxProblem(SyntaxCode.MISSING_VALUE, name, List.of(attributeName),
                    List.of(Repair.insert(RepairKind.INSERT_VALUE, from, "''"))));
            return new XmlAttribute(text, names.of(name), name, Span.at(from), new Span(name.start(), from), '\0');
        }
        Span value = new Span(start, i);
        char quote = i < text.length() && text.charAt(i) == '"' ? '"' : '\'';
        boolean closed = i < text.length() && text.charAt(i) == quote;
        int end = closed ? i + 1 : i;
        Repair repair = new Repair(RepairKind.INSERT_QUOTE, String.valueOf(quote), closed
                ? List.of(TextEdit.insert(start, String.valueOf(quote)))
                : List.of(TextEdit.insert(start, String.valueOf(quote)), TextEdit.insert(i, String.valueOf(quote))));
        problems.add(new SyntaxProblem(SyntaxCode.MISSING_QUOTES, name, List.of(attributeName), List.of(repair)));
        characters.value(value);
        return new XmlAttribute(text, names.of(name), name, value, new Span(name.start(), end), '\0');
    }

    /** Where the quote of a word processor that opens at {@code start} is closed in its tag and line; -1 if none opens. */
    private int typographicClose(int start) {
        if (start >= text.length() || TYPOGRAPHIC.indexOf(text.charAt(start)) < 0) {
            return -1;
        }
        for (int i = start + 1; i < text.length() && "<>\n\r\"'".indexOf(text.charAt(i)) < 0; i++) {
            if (TYPOGRAPHIC.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private XmlAttribute inTypographicQuotes(Span name, int start, int close) {
        Span value = new Span(start + 1, close);
        problems.add(new SyntaxProblem(SyntaxCode.MISSING_QUOTES, name, List.of(name.of(text)), List.of(new Repair(
                RepairKind.INSERT_QUOTE, "'", List.of(new TextEdit(new Span(start, start + 1), "'"),
                        new TextEdit(new Span(close, close + 1), "'"))))));
        characters.value(value);
        return new XmlAttribute(text, names.of(name), name, value, new Span(name.start(), close + 1), '\0');
    }

    /** Whether, behind an {@code =} and some space, the next attribute stands where the value should. */
    private boolean isNextAttribute(int start, int from) {
        int nameEnd = XmlCharacters.nameEnd(text, start);
        int equals = XmlCharacters.skipSpace(text, nameEnd);
        return start > from && nameEnd > start && equals < text.length() && text.charAt(equals) == '=';
    }
}
