package dev.virtworkbench.explorer.inside;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;

/** What is said about the inside of images, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.inside.messages");

    private Texts() { }

    /** Empty where nothing is said under that key. */
    static Optional<String> known(String key) {
        return TEXTS.containsKey(key) ? Optional.of(TEXTS.getString(key)) : Optional.empty();
    }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }
}
