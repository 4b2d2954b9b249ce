package dev.virtworkbench.editor.diagnostics;

import java.util.ResourceBundle;

/** What findings say to people besides the server's words, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.editor.diagnostics.messages");

    /** The name of the job. */
    static final String JUDGING = TEXTS.getString("judging");
    /** The title of a message about a fix that was not made. */
    static final String NOT_MENDED = TEXTS.getString("not.mended");

    /** What is said where a fix is not offered any more. */
    static final String NO_LONGER_OFFERED = TEXTS.getString("no.longer.offered");

    /** What the status line says where only choices are left. */
    static final String NOTHING_TO_MEND = TEXTS.getString("nothing.to.mend");

    private Texts() {}
}
