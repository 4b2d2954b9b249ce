package dev.virtworkbench.language.syntax;

/** The names of one document. They repeat by the thousand: each is made into a string once, as far as the table remembers. */
final class NameTable {

    private static final int SIZE = 512;

    private final String text;
    private final String[] names = new String[SIZE];
    private boolean namespaces;

    NameTable(String text) {
        this.text = text;
    }

    /** The characters of a name as a string. */
    String of(Span span) {
        int length = span.length();
        int slot = (length * 31 + text.charAt(span.start()) * 7 + text.charAt(span.end() - 1)) & SIZE - 1;
        String known = names[slot];
        if (known != null && known.length() == length && text.startsWith(known, span.start())) {
            return known;
        }
        String name = span.of(text);
        names[slot] = name;
        namespaces |= name.indexOf(':') >= 0 || name.equals("xmlns");
        return name;
    }

    /** Whether any name so far has to do with namespaces. */
    boolean usesNamespaces() {
        return namespaces;
    }
}
