package dev.virtworkbench.language.syntax;

import java.util.regex.Pattern;

/** The form of {@code <?xml version='1.0' …?>} (XML 1.0, productions 23 to 26, 32, 80 and 81). */
final class XmlDeclaration {

    static final String USUAL = "<?xml version='1.0' encoding='UTF-8'?>";

    private static final String SPACE = "[ \\t\\r\\n]";
    private static final Pattern FORM = Pattern.compile("<\\?xml" + attribute("version", "1\\.[01]")
            + "(" + attribute("encoding", "[A-Za-z][A-Za-z0-9._-]*") + ")?"
            + "(" + attribute("standalone", "(yes|no)") + ")?" + SPACE + "*\\?>");

    private XmlDeclaration() {
    }

    private static String attribute(String name, String value) {
        return SPACE + "+" + name + SPACE + "*=" + SPACE + "*(\"" + value + "\"|'" + value + "')";
    }

    static boolean isCorrect(String declaration) {
        return FORM.matcher(declaration).matches();
    }
}
