package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Position;
import java.io.PrintStream;
import java.util.Locale;

/**
 * A line for each finding, as compilers write them: {@code file:line:column: severity: message [code]}. Line and column count
 * from 1, the column in characters (a tab is one, and so is a character beyond the basic plane). Only the message is in the
 * reader's language.
 */
final class TextReport implements Report {

    private static final String BOLD = "\u001B[1m";
    private static final String FAINT = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private final PrintStream out;
    private final Locale locale;
    private final boolean colours;

    TextReport(PrintStream out, Locale locale, boolean colours) {
        this.out = out;
        this.locale = locale;
        this.colours = colours;
    }

    @Override
    public void judged(Judgement.Judged document) {
        for (Finding finding : document.findings()) {
            out.println(line(document, finding));
        }
    }

    private String line(Judgement.Judged document, Finding finding) {
        Position start = document.lines().position(finding.span().start());
        int lineStart = document.lines().lineStart(start.line());
        int column = document.text().codePointCount(lineStart, lineStart + start.character());
        String place = document.file() + ":" + (start.line() + 1) + ":" + (column + 1) + ":";
        return coloured(BOLD, printable(place)) + " "
                + coloured(colour(finding.severity()), word(finding.severity()) + ":") + " "
                + printable(finding.text(locale)) + " "
                + coloured(FAINT, "[" + finding.code() + "]");
    }

    /** The words that programs look for; the same in every language. */
    static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFORMATION -> "info";
            case HINT -> "hint";
        };
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001B[1;31m";
            case WARNING -> "\u001B[1;33m";
            case INFORMATION, HINT -> "\u001B[1;36m";
        };
    }

    private String coloured(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }

    /** One line, and nothing in it that a terminal would take for a command: names and values come from strangers. */
    static String printable(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineBreak = c == '\n' || c == '\r' || c == '\t';
            if (lineBreak || Character.isISOControl(c)) {
                line = line == null ? new StringBuilder(text) : line;
                line.setCharAt(i, lineBreak ? ' ' : '\uFFFD');
            }
        }
        return line == null ? text : line.toString();
    }
}
