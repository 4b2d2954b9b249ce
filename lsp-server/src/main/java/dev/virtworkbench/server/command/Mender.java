package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the fixes that may be made unasked, again and again until nothing is left to be mended: one fix can uncover the next.
 * A step after which no less is wrong than before is not taken.
 */
final class Mender {

    /** More steps than any document written by people needs. */
    private static final int STEPS = 200;

    private final Options.Fixing fixing;
    private final Judging judge;

    /** Judges a document as it would be if it had these bytes. */
    @FunctionalInterface
    interface Judging {
        Assessment judge(byte[] bytes) throws SchemaException;
    }

    Mender(Options.Fixing fixing, Judging judge) {
        this.fixing = fixing;
        this.judge = judge;
    }

    /** What becomes of a document; the same one if there is nothing to mend. */
    Assessment mend(Assessment document) throws SchemaException {
        Assessment now = document;
        for (int step = 0; step < STEPS && !now.findings().isEmpty(); step++) {
            Optional<Assessment> better = step(now, fixes(now));
            if (better.isEmpty()) {
                return now;
            }
            now = better.get();
        }
        return now;
    }

    /** All fixes at once where that works out, which it nearly always does; else the first that does. */
    private Optional<Assessment> step(Assessment now, List<Fix> fixes) throws SchemaException {
        if (fixes.isEmpty()) {
            return Optional.empty();
        }
        Optional<Assessment> all = tried(now, apart(fixes));
        if (all.isPresent()) {
            return all;
        }
        for (Fix fix : fixes) {
            Optional<Assessment> one = tried(now, fix.edits());
            if (one.isPresent()) {
                return one;
            }
        }
        return Optional.empty();
    }

    private Optional<Assessment> tried(Assessment now, List<TextEdit> edits) throws SchemaException {
        try {
            byte[] bytes = now.decoded().encode(TextEdit.apply(now.decoded().text(), edits));
            Assessment then = judge.judge(bytes);
            return then.findings().size() < now.findings().size() ? Optional.of(then) : Optional.empty();
        } catch (CharacterCodingException notInThisEncoding) {
            return Optional.empty();
        }
    }

    /** For each finding the fix that may be made, if there is one. */
    private List<Fix> fixes(Assessment document) {
        List<Fix> fixes = new ArrayList<>();
        for (Finding finding : document.findings()) {
            List<Fix> offered = finding.fixes();
            Optional<Fix> safe = offered.stream().filter(Fix::safe).findFirst();
            (safe.isEmpty() && fixing == Options.Fixing.ALL ? offered.stream().findFirst() : safe)
                    .filter(fix -> !fix.edits().isEmpty())
                    .ifPresent(fixes::add);
        }
        return fixes;
    }

    /** The edits of as many fixes as do not touch each other, the earlier ones first. */
    private static List<TextEdit> apart(List<Fix> fixes) {
        List<TextEdit> taken = new ArrayList<>();
        for (Fix fix : fixes) {
            if (fix.edits().stream().noneMatch(edit -> taken.stream().anyMatch(other -> touch(edit, other)))) {
                taken.addAll(fix.edits());
            }
        }
        return taken;
    }

    private static boolean touch(TextEdit one, TextEdit other) {
        Span a = one.span();
        Span b = other.span();
        return a.start() <= b.end() && b.start() <= a.end();
    }
}
