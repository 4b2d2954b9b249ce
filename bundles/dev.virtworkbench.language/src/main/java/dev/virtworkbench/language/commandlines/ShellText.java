package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into commands and words as a POSIX shell does (Shell Command Language, 2.2 Quoting, 2.3 Token Recognition), and puts
 * up with what a handbook, a web page or a terminal adds: prompts, dashes and quotes of a typesetter, blanks behind the backslash at the
 * end of a line, or no backslash there. Nothing is expanded and nothing is run. Every text can be read, in linear time.
 */
final class ShellText {

    /** What a terminal shows before a command: {@code user@host:~$}, {@code [root@host ~]#}, {@code virsh #}, {@code $}, {@code %}. */
    private static final Pattern PROMPT = Pattern.compile(
            "(?:\\[[\\w.-]+@[^\\]\\n]{1,200}\\] ?[$#%]|[\\w.-]{1,64}@[\\w.-]{1,64}(?::[^\\s$#]{0,200})? ?[$#%]|virsh ?[#>]|[$%>])[ \\t\\u00A0]+");
    /** Root's prompt looks as a comment does; what stands behind it tells. */
    private static final Pattern ROOT_PROMPT = Pattern.compile("#[ \\t\\u00A0]*(?=(?:sudo|doas|" + Programs.NAMES + ")(?=[ \\t\\u00A0]))");
    private static final Pattern CONTINUED_PROMPT = Pattern.compile("[ \\t\\u00A0]*>[ \\t\\u00A0]+");
    /** The next line begins with an option, and so belongs to this command. */
    private static final Pattern OPTION_LINE = Pattern.compile("\\s*[-\u2013\u2014]{1,2}[a-zA-Z]");

    private final String text;
    private int at;
    private final List<ShellCommand> commands = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private Notes notes = new Notes();
    private final List<String> awaited = new ArrayList<>();
    private boolean redirected;

    private final StringBuilder word = new StringBuilder();
    private int wordStart = -1;
    private boolean filledIn;

    private ShellText(String text) {
        this.text = text;
    }

    /** The commands of a text, in their order. */
    static List<ShellCommand> commands(String text) {
        ShellText reader = new ShellText(text);
        reader.read();
        return reader.commands;
    }

    private void read() {
        prompt();
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\r', '\u00A0' -> {
                    endWord();
                    at++;
                }
                case '\n' -> lineBreak();
                case ';', '|', '&', '(', ')' -> operator(c);
                case '<', '>' -> redirection(c);
                case '#' -> comment();
                case '\\' -> backslash();
                case '\'', '\u2018', '\u2019' -> quoted(c, "'\u2018\u2019", false);
                case '"', '\u201C', '\u201D', '\u201E' -> quoted(c, "\"\u201C\u201D", true);
                case '$', '`' -> expansion();
                default -> {
                    begin();
                    filledIn |= c == '~' && word.isEmpty();
                    dashOrCharacter(c);
                }
            }
        }
        endCommand();
    }

    private void begin() {
        if (wordStart < 0) {
            wordStart = at;
        }
    }

    /** A typesetter makes one long dash of the two before an option. */
    private void dashOrCharacter(char c) {
        boolean dash = (c == '\u2013' || c == '\u2014') && word.isEmpty();
        word.append(dash ? "--" : String.valueOf(c));
        if (dash) {
            notes.different(new Span(at, at + 1), "shell.dash");
        }
        at++;
    }

    private void endWord() {
        if (wordStart < 0) {
            return;
        }
        Word ended = new Word(word.toString(), new Span(wordStart, at), filledIn);
        if (redirected) {
            notes.leftOut(ended.span(), "shell.redirection", ended.text());
        } else {
            words.add(ended);
            if (filledIn) {
                notes.needed(ended.span(), ended.startsWith("~") ? "shell.home" : "shell.variable", ended.text());
            }
        }
        redirected = false;
        word.setLength(0);
        wordStart = -1;
        filledIn = false;
    }

    private void endCommand() {
        endWord();
        redirected = false;
        if (!words.isEmpty()) {
            commands.add(new ShellCommand(words, notes.all()));
        }
        words = new ArrayList<>();
        notes = new Notes();
    }

    private void lineBreak() {
        endWord();
        if (awaited.isEmpty() && !words.isEmpty() && OPTION_LINE.matcher(text).region(at + 1, text.length()).lookingAt()) {
            notes.different(new Span(at, at + 1), "shell.backslash");
            at++;
            return;
        }
        endCommand();
        at++;
        awaited.forEach(this::skipTo);
        awaited.clear();
        prompt();
    }

    /** Skips the lines that a here-document hands to a command. */
    private void skipTo(String delimiter) {
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).strip();
            at = end < 0 ? text.length() : end + 1;
            if (line.equals(delimiter)) {
                return;
            }
        }
    }

    private void prompt() {
        while (at < text.length() && " \t\u00A0".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        for (Pattern prompt : List.of(PROMPT, ROOT_PROMPT)) {
            Matcher found = prompt.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (found.lookingAt()) {
                at = found.end();
                return;
            }
        }
    }

    private void operator(char c) {
        if (c == '&' && at + 1 < text.length() && text.charAt(at + 1) == '>') {
            endWord();
            at++;
            return;
        }
        endCommand();
        at++;
    }

    private void redirection(char c) {
        if (wordStart >= 0 && word.chars().allMatch(Character::isDigit)) {
            word.setLength(0);
            wordStart = -1;
        }
        endWord();
        int start = at;
        while (at < text.length() && "<>&|".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String sign = text.substring(start, at);
        if (sign.equals("<<")) {
            at += text.startsWith("-", at) ? 1 : 0;
            hereDocument(start);
        } else if (sign.endsWith("&")) {
            // one stream to where the other goes
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                at++;
            }
        } else {
            redirected = true;
        }
    }

    private void hereDocument(int start) {
        int from = at;
        while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ";|&".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        awaited.add(text.substring(from, at).replaceAll("[\"'\\\\]", ""));
        notes.leftOut(new Span(start, at), "shell.here");
    }

    private void comment() {
        if (wordStart >= 0) {
            word.append('#');
            at++;
            return;
        }
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void backslash() {
        int next = at + 1;
        while (next < text.length() && " \t\r\u00A0".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next == text.length() || text.charAt(next) == '\n') {
            endWordBeforeContinuation(next);
            return;
        }
        begin();
        word.appendCodePoint(text.codePointAt(at + 1));
        at += 1 + Character.charCount(text.codePointAt(at + 1));
    }

    /** A shell joins what stands before and behind; handbooks put the backslash behind a word at times, and mean two words. */
    private void endWordBeforeContinuation(int lineBreak) {
        int next = Math.min(lineBreak + 1, text.length());
        Matcher prompt = CONTINUED_PROMPT.matcher(text).region(next, text.length());
        next = prompt.lookingAt() ? prompt.end() : next;
        boolean joined = next < text.length() && !Character.isWhitespace(text.charAt(next)) && text.charAt(next) != '-';
        if (!joined) {
            endWord();
        }
        at = next;
    }

    private void quoted(char opening, String closing, boolean escapes) {
        if (opening == '\u2019' && wordStart >= 0) {
            word.append(opening);
            at++;
            return;
        }
        begin();
        int start = at++;
        while (at < text.length() && closing.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            if (escapes && c == '\\' && at + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(at + 1)) >= 0) {
                if (text.charAt(at + 1) != '\n') {
                    word.append(text.charAt(at + 1));
                }
                at += 2;
            } else if (escapes && (c == '$' || c == '`')) {
                expansion();
            } else {
                word.append(c);
                at++;
            }
        }
        if (at >= text.length()) {
            notes.needed(new Span(start, start + 1), "shell.quote");
        } else {
            at++;
        }
    }

    /** Takes over {@code $NAME}, {@code ${NAME}}, {@code $(command)} and {@code `command`} as they are written. */
    private void expansion() {
        begin();
        int start = at;
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '$' && (next == '\'' || next == '"')) {
            at++;
            return;
        }
        at++;
        if (c == '`') {
            int end = text.indexOf('`', at);
            at = end < 0 ? text.length() : end + 1;
        } else if (next == '(' || next == '{') {
            at = closing(next, next == '(' ? ')' : '}');
        } else {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
        }
        filledIn |= at > start + 1;
        word.append(text, start, at);
    }

    /** The offset behind the bracket that closes the one at the cursor; the end of the text where none does. */
    private int closing(char open, char close) {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) == open) {
                depth++;
            } else if (text.charAt(i) == close && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
