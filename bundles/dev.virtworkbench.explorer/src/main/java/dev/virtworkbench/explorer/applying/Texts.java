package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.language.findings.Message;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said to people about texts that are applied, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.applying.messages");

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }

    /** The engine's words in the language of the workbench. */
    static String of(Message message) {
        return message.in(Locale.getDefault());
    }
}
