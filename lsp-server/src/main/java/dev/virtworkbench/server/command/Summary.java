package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what came of a call. */
final class Summary {

    static final int NOTHING_WRONG = 0;
    static final int FINDINGS = 1;
    static final int COULD_NOT_RUN = 2;

    private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    private int files;
    private int passedOver;
    private int failures;
    private int mended;
    private int mendedFiles;

    void count(Judgement judgement) {
        switch (judgement) {
            case Judgement.Judged judged -> {
                files++;
                mended += judged.mended();
                mendedFiles += judged.mended() > 0 ? 1 : 0;
                failures += judged.unwritten().isPresent() ? 1 : 0;
                for (Finding finding : judged.findings()) {
                    severities.merge(finding.severity(), 1, Integer::sum);
                }
            }
            case Judgement.PassedOver other -> passedOver++;
            case Judgement.NotJudged not -> failures += not.failure() ? 1 : 0;
            case Judgement.Waiting waiting -> throw new IllegalArgumentException("not judged yet: " + waiting.file());
        }
    }

    /** 0: nothing wrong; 1: findings; 2: something could not be judged or mended. */
    int exitCode() {
        return failures > 0 ? COULD_NOT_RUN : severities.isEmpty() ? NOTHING_WRONG : FINDINGS;
    }

    /** One line, as in {@code 12 files: 3 errors, 1 warning; 4 passed over}. */
    String text(Locale locale) {
        List<String> found = new ArrayList<>();
        severities.forEach((severity, count) -> found.add(counted(locale, "count." + severity.name(), count)));
        if (found.isEmpty()) {
            found.add(words(locale, files == 0 ? "count.none" : "count.nothing"));
        }
        List<String> parts = new ArrayList<>();
        parts.add(counted(locale, "count.files", files, String.join(words(locale, "count.comma"), found)));
        if (mended > 0) {
            parts.add(counted(locale, "count.mended", mended, mendedFiles));
        }
        if (passedOver > 0) {
            parts.add(words(locale, "count.passedOver", passedOver));
        }
        if (failures > 0) {
            parts.add(words(locale, "count.failures", failures));
        }
        return String.join(words(locale, "count.semicolon"), parts);
    }

    /** What is counted comes first among the arguments; English has a form for one. */
    private static String counted(Locale locale, String key, int count, Object... more) {
        Object[] arguments = Stream.concat(Stream.of(count), Arrays.stream(more)).toArray();
        return words(locale, count == 1 ? key + ".one" : key + ".many", arguments);
    }

    private static String words(Locale locale, String key, Object... arguments) {
        return Message.of(Summary.class, key, arguments).in(locale);
    }
}
