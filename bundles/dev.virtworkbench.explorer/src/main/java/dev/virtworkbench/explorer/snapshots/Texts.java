package dev.virtworkbench.explorer.snapshots;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What is said about snapshots, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.explorer.snapshots.messages");

    private Texts() { }

    /** @param arguments fill {@code {0}}, {@code {1}}, … */
    static String get(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key)).format(arguments);
    }

    /** A word of libvirt's as people read it; itself if that is not known. */
    static String word(String kind, String libvirts) {
        String key = kind + "." + libvirts;
        return TEXTS.containsKey(key) ? TEXTS.getString(key) : libvirts;
    }
}
