package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.language.findings.Message;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said about the disks of domains, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.disks.messages");

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }

    /** @param otherwise where there is no such text */
    static String getOr(String key, String otherwise) {
        return TEXTS.containsKey(key) ? get(key) : otherwise;
    }

    /** The engine's words in the language of the workbench. */
    static String of(Message message) {
        return message.in(Locale.getDefault());
    }
}
