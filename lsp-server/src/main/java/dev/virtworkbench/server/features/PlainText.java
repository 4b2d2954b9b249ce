package dev.virtworkbench.server.features;

import java.util.regex.Pattern;

/** Our Markdown for clients that show none. */
final class PlainText {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)]*)\\)");

    private PlainText() {
    }

    /** The words without marks; a link as its words and its address. */
    static String of(String markdown) {
        return LINK.matcher(markdown).replaceAll("$1: $2").replace("**", "").replace("`", "");
    }
}
