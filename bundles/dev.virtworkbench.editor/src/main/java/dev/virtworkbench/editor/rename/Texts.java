package dev.virtworkbench.editor.rename;

import java.util.ResourceBundle;

/** What renaming says to people, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.editor.rename.messages");

    /** The caret is on no name of an element. */
    static final String NOTHING_TO_RENAME = TEXTS.getString("rename.nothing");

    private Texts() {}
}
