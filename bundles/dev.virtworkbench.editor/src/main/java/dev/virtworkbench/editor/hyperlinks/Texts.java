package dev.virtworkbench.editor.hyperlinks;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What links say to people, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.editor.hyperlinks.texts");

    /** The title of a message about a link. */
    static final String TITLE = TEXTS.getString("link.title");

    private Texts() {}

    static String open(String target) {
        return MessageFormat.format(TEXTS.getString("link.open"), target);
    }

    static String missing(String file) {
        return MessageFormat.format(TEXTS.getString("link.missing"), file);
    }

    static String unreadable(String file, String reason) {
        return MessageFormat.format(TEXTS.getString("link.unreadable"), file, reason);
    }
}
