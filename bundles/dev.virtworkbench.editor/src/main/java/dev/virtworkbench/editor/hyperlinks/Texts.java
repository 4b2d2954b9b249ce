package dev.virtworkbench.editor.hyperlinks;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What links say to people, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.editor.hyperlinks.messages");

    /** The title of a message about a link. */
    static final String TITLE = TEXTS.getString("link.title");

    /** What is told where the schema defines nothing. */
    static final String NO_DEFINITION = TEXTS.getString("schema.none");
    /** What is asked where it defines something in several places. */
    static final String SEVERAL = TEXTS.getString("schema.several");

    private Texts() {}

    static String open(String target) {
        return MessageFormat.format(TEXTS.getString("link.open"), target);
    }

    static String volume(String path) {
        return MessageFormat.format(TEXTS.getString("link.volume"), path);
    }

    static String schema(String element) {
        return MessageFormat.format(TEXTS.getString("link.schema"), element);
    }

    static String schemaOfAttribute(String attribute, String element) {
        return MessageFormat.format(TEXTS.getString("link.schema.attribute"), attribute, element);
    }

    static String missing(String file) {
        return MessageFormat.format(TEXTS.getString("link.missing"), file);
    }

    static String unreadable(String file, String reason) {
        return MessageFormat.format(TEXTS.getString("link.unreadable"), file, reason);
    }
}
