package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Message;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows on a terminal how far the command is: one line, written over and over, and gone before anything else is said. */
final class ProgressLine {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String ERASE = "\r\u001B[K";

    private final PrintStream terminal;
    private final Locale locale;
    private final boolean wanted;
    private final int total;
    private long shown = System.nanoTime();
    private boolean visible;
    private int done;

    ProgressLine(PrintStream terminal, Locale locale, boolean wanted, int total) {
        this.terminal = terminal;
        this.locale = locale;
        this.wanted = wanted;
        this.total = total;
    }

    void step() {
        done++;
        long now = System.nanoTime();
        if (wanted && now - shown >= INTERVAL) {
            shown = now;
            visible = true;
            terminal.print(ERASE + Message.of(ProgressLine.class, "progress", done, total).in(locale));
            terminal.flush();
        }
    }

    /** Makes room for other lines. */
    void clear() {
        if (visible) {
            terminal.print(ERASE);
            terminal.flush();
            visible = false;
        }
    }
}
