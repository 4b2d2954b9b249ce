package dev.virtworkbench.language.syntax;

/** Splitting of qualified names, and the two namespaces that are always there (Namespaces in XML 1.0). */
final class Namespaces {

    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private Namespaces() {
    }

    static String prefix(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }

    static String localName(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(colon + 1);
    }

    /** Whether a name has at most one colon, with a name on either side of it. */
    static boolean isQualifiedName(String name) {
        int colon = name.indexOf(':');
        return colon < 0
                || colon > 0 && colon + 1 < name.length() && name.indexOf(':', colon + 1) < 0
                        && XmlCharacters.isNameStart(name.charAt(colon + 1));
    }
}
