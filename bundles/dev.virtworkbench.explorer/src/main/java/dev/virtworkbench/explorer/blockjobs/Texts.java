package dev.virtworkbench.explorer.blockjobs;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What is said about the disks of running domains, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.blockjobs.messages");

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }
}
