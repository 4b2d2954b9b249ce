package dev.virtworkbench.explorer.files;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What is said to people about files for a host, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.files.messages");

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }
}
