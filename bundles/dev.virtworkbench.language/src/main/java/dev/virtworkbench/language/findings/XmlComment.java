package dev.virtworkbench.language.findings;

import java.util.List;
import java.util.Locale;

/** What a person is to read about a document, within it. */
public final class XmlComment {

    private XmlComment() { }

    /** A comment for each text, each on a line of its own; two dashes, which a comment must not have, become one. */
    public static String of(List<Message> texts, Locale locale) {
        StringBuilder comments = new StringBuilder();
        for (Message text : texts) {
            comments.append("<!-- ").append(text.in(locale).replaceAll("-{2,}", "-").replaceAll("[\\x00-\\x1f\\ufffe\\uffff\\ud800-\\udfff]+", " ")).append(" -->\n");
        }
        return comments.toString();
    }
}
