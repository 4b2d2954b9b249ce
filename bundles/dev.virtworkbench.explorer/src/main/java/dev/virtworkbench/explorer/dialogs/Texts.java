package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.language.findings.Message;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the workbench says to people about hosts, in its language. */
public final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.dialogs.messages");

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    public static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }

    /** The engine's words in the language of the workbench. */
    public static String of(Message message) {
        return message.in(Locale.getDefault());
    }
}
