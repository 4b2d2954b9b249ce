package dev.virtworkbench.language.syntax;

import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.SyntaxProblem.RepairKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One pass over a text: splits it at its markup and hands the pieces to the {@link TreeBuilder}. */
final class XmlParser {

    private final String text;
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final NameTable names;
    private final TreeBuilder tree;
    private final StartTagParser startTags;
    private final CharacterCheck characters;
    private int at;

    XmlParser(String text, Function<String, Nesting> nestings) {
        this.text = text;
        this.names = new NameTable(text);
        this.tree = new TreeBuilder(text, nestings, problems);
        this.startTags = new StartTagParser(text, names, problems);
        this.characters = new CharacterCheck(text, problems);
    }

    XmlTree parse() {
        int length = text.length();
        // A byte order mark that a client left in the text is no content.
        at = length > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
        int start = at;
        while (at < length) {
            if (text.charAt(at) != '<') {
                characters();
            } else if (text.startsWith("<!--", at)) {
                comment();
            } else if (text.startsWith("<![CDATA[", at)) {
                cdata();
            } else if (text.startsWith("<!", at)) {
                doctype();
            } else if (text.startsWith("<?", at)) {
                instruction(start);
            } else if (text.startsWith("</", at)) {
                endTag();
            } else if (at + 1 < length && XmlCharacters.isNameStart(text.charAt(at + 1))) {
                startTag();
            } else {
                strayLessThan(at, at + 1);
                characters();
            }
        }
        List<XmlNode> nodes = tree.finish();
        if (names.usesNamespaces()) {
            NamespaceCheck.check(nodes, problems);
        }
        return new XmlTree(text, nodes, problems);
    }

    /** Text up to the next tag; at {@code <} only where the caller knows that it starts none. */
    private void characters() {
        int next = text.indexOf('<', at + 1);
        Span span = new Span(at, next < 0 ? text.length() : next);
        tree.text(new XmlText(text, span, false));
        characters.text(span);
        at = span.end();
    }

    private void strayLessThan(int from, int to) {
        Span span = new Span(from, to);
        problem(SyntaxCode.UNESCAPED_LESS_THAN, new Span(from, from + 1), List.of(),
                List.of(Repair.replace(RepairKind.REMOVE, span, "<", text.substring(from + 1, to)),
                        Repair.replace(RepairKind.ESCAPE, new Span(from, from + 1), "<", "&lt;")));
    }

    private void comment() {
        int close = text.indexOf("-->", at + 4);
        int hyphens = text.indexOf("--", at + 4);
        if (close < 0) {
            // Ends with the line, so that what follows is still understood.
            int end = lineEnd(at);
            problem(SyntaxCode.UNFINISHED_COMMENT, new Span(at, at + 4), List.of(),
                    List.of(Repair.insert(RepairKind.CLOSE_TAG, trimEnd(at + 4, end), " -->")));
            markup(XmlMarkup.Kind.COMMENT, end);
            return;
        }
        if (hyphens >= 0 && hyphens < close) {
            problem(SyntaxCode.DOUBLE_HYPHEN_IN_COMMENT, new Span(hyphens, hyphens + 2), List.of(),
                    List.of(Repair.replace(RepairKind.REMOVE, new Span(hyphens, hyphens + 2), "--", "- -")));
        } else if (close > at + 4 && text.charAt(close - 1) == '-') {
            problem(SyntaxCode.DOUBLE_HYPHEN_IN_COMMENT, new Span(close - 1, close + 1), List.of(),
                    List.of(Repair.insert(RepairKind.REMOVE, close, " ")));
        }
        characters.allowed(new Span(at, close));
        markup(XmlMarkup.Kind.COMMENT, close + 3);
    }

    private void cdata() {
        int close = text.indexOf("]]>", at + 9);
        Span span = new Span(at, close < 0 ? text.length() : close + 3);
        if (close < 0) {
            problem(SyntaxCode.UNFINISHED_CDATA, new Span(at, at + 9), List.of(),
                    List.of(Repair.insert(RepairKind.CLOSE_TAG, text.length(), "]]>")));
        }
        characters.allowed(span);
        if (!tree.inElement()) {
            problem(SyntaxCode.TEXT_OUTSIDE_ROOT, span, List.of(), List.of());
        }
        tree.text(new XmlText(text, span, true));
        at = span.end();
    }

    private void doctype() {
        int end = at + 2;
        int brackets = 0;
        char quote = 0;
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                end++;
                break;
            }
        }
        Span span = new Span(at, Math.min(end, text.length()));
        problem(SyntaxCode.DOCTYPE_REFUSED, new Span(at, XmlCharacters.nameEnd(text, at + 2)), List.of(),
                List.of(Repair.replace(RepairKind.REMOVE, span, "DOCTYPE", "")));
        markup(XmlMarkup.Kind.DOCTYPE, span.end());
    }

    private void instruction(int documentStart) {
        int nameEnd = XmlCharacters.nameEnd(text, at + 2);
        String target = text.substring(at + 2, nameEnd);
        int close = text.indexOf("?>", at + 2);
        boolean declaration = target.equals("xml");
        int end = close < 0 ? lineEnd(at) : close + 2;
        if (close < 0) {
            problem(SyntaxCode.UNFINISHED_INSTRUCTION, new Span(at, nameEnd), List.of(),
                    List.of(Repair.insert(RepairKind.CLOSE_TAG, trimEnd(nameEnd, end), "?>")));
        } else if (declaration && at != documentStart) {
            problem(SyntaxCode.MISPLACED_DECLARATION, new Span(at, nameEnd), List.of(),
                    List.of(Repair.replace(RepairKind.REMOVE, new Span(at, end), "<?xml", "")));
        } else if (declaration && !XmlDeclaration.isCorrect(text.substring(at, end))) {
            problem(SyntaxCode.BAD_DECLARATION, new Span(at, end), List.of(), List.of(Repair.replace(
                    RepairKind.ESCAPE, new Span(at, end), XmlDeclaration.USUAL, XmlDeclaration.USUAL)));
        } else if (target.isEmpty() || target.indexOf(':') >= 0 || target.equalsIgnoreCase("xml") && !declaration
                || close > nameEnd && !XmlCharacters.isSpace(text.charAt(nameEnd))) {
            problem(SyntaxCode.BAD_INSTRUCTION, new Span(at, Math.max(nameEnd, at + 2)), List.of(),
                    List.of(Repair.replace(RepairKind.REMOVE, new Span(at, end), "<?", "")));
        }
        characters.allowed(new Span(at, end));
        markup(declaration ? XmlMarkup.Kind.DECLARATION : XmlMarkup.Kind.INSTRUCTION, end);
    }

    private void startTag() {
        StartTagParser.Tag tag = startTags.parse(at);
        if (tag.text()) {
            strayLessThan(at, at + 1);
            characters();
            return;
        }
        tree.start(tag.element(), tag.element().startTagFinished());
        at = tag.end();
    }

    private void endTag() {
        int nameStart = at + 2;
        int nameEnd = XmlCharacters.nameEnd(text, nameStart);
        int i = XmlCharacters.skipSpace(text, nameEnd);
        int next = text.indexOf('<', nameStart);
        int close = text.indexOf('>', nameStart);
        boolean finished = close >= 0 && (next < 0 || close < next);
        Span name = new Span(nameStart, nameEnd);
        int end = finished ? close + 1 : nameEnd;
        if (nameEnd == nameStart) {
            tree.namelessEnd(at, end, finished);
        } else {
            if (!finished) {
                problem(SyntaxCode.UNFINISHED_END_TAG, new Span(at, nameEnd), List.of(name.of(text)),
                        List.of(Repair.insert(RepairKind.CLOSE_TAG, nameEnd, ">")));
            } else if (i != close) {
                Span junk = new Span(i, close);
                problem(SyntaxCode.STRAY_CHARACTERS, junk, List.of(junk.of(text)), List.of(
                        Repair.replace(RepairKind.REMOVE, new Span(nameEnd, close), junk.of(text), "")));
            }
            tree.end(new Span(at, end), name);
        }
        at = end;
    }

    private void markup(XmlMarkup.Kind kind, int end) {
        tree.markup(new XmlMarkup(kind, new Span(at, end)));
        at = end;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int trimEnd(int from, int to) {
        int end = to;
        while (end > from && XmlCharacters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private void problem(SyntaxCode code, Span span, List<String> arguments, List<Repair> repairs) {
        problems.add(new SyntaxProblem(code, span, arguments, repairs));
    }
}
