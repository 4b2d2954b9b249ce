package dev.virtworkbench.language.syntax;

/**
 * Texts as XML that a reader gives back as they were (XML 1.0, 2.11 and 3.3.3): a name with a line break in it would be another
 * file's name otherwise. Characters that XML does not allow at all stay as they are.
 */
public final class XmlEscapes {

    private XmlEscapes() {
    }

    /** Between tags. */
    public static String text(String text) {
        // a reader takes a carriage return for a line feed
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&apos;").replace("\"", "&quot;").replace("\r", "&#13;");
    }

    /** In an attribute, between quotes of either kind. */
    public static String attribute(String value) {
        // a reader takes each white space for a blank
        return text(value).replace("\n", "&#10;").replace("\t", "&#9;");
    }
}
