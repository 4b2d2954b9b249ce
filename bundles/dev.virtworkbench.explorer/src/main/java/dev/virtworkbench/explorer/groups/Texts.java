package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;

/** What is said of volume groups, in the language of the workbench. */
final class Texts {

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return Words.of(Message.of(Texts.class, key, arguments));
    }
}
