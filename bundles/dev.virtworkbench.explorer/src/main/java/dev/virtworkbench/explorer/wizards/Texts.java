package dev.virtworkbench.explorer.wizards;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What the wizards say to people, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.wizards.messages");

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }

    /** The text of the first key, which is about a special case; where there is none, that of the second. */
    static String either(String special, String usual) {
        return get(TEXTS.containsKey(special) ? special : usual);
    }
}
