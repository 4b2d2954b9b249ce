package dev.virtworkbench.server.features;

import dev.virtworkbench.language.reading.DocumentReader;
import dev.virtworkbench.language.relaxng.ElementDefinition;
import dev.virtworkbench.language.relaxng.SourceLocation;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Where a schema's text defines the attributes of an element. The grammar cannot tell: attributes of the same name and values are one
 * pattern there, whichever elements have them. One for a question; it reads the files again.
 */
final class AttributePlaces {

    private final Map<URI, XmlTree> files = new LinkedHashMap<>();

    /**
     * @param schemas files of the schema; those they include are looked into as well
     * @throws IOException if one cannot be read
     */
    AttributePlaces(Collection<URI> schemas) throws IOException {
        for (URI schema : schemas) {
            read(schema);
        }
    }

    private void read(URI file) throws IOException {
        if (files.containsKey(file)) {
            return;
        }
        XmlTree tree;
        try (InputStream in = file.toURL().openStream()) {
            tree = XmlTree.parse(new DocumentReader().read(in.readAllBytes()).text());
        }
        files.put(file, tree);
        for (XmlElement each : tree.elements()) {
            if (each.localName().equals("include") && !each.value("href").isEmpty()) {
                // Not URI.resolve: it does not know addresses inside of archives.
                read(URI.create(file.toString().replaceFirst("[^/]*$", "") + each.value("href")));
            }
        }
    }

    /** The places of an attribute in the schema's order, by its name without prefix; empty if the element has none of that name. */
    SequencedSet<SourceLocation> of(ElementDefinition element, String attribute) {
        SequencedSet<SourceLocation> found = new LinkedHashSet<>();
        SourceLocation place = element.location();
        XmlTree tree = files.get(place.file());
        if (tree != null) {
            tree.elements().stream().filter(each -> each.localName().equals("element") && line(tree, each.startTag().end()) == place.line())
                    .forEach(each -> collect(place.file(), each, attribute, new HashSet<>(), found));
        }
        return found;
    }

    private void collect(URI file, XmlElement in, String attribute, Set<String> entered, Set<SourceLocation> found) {
        for (XmlElement each : in.elements()) {
            switch (each.localName()) {
                case "element" -> { }
                case "attribute" -> {
                    if (isNamed(each, attribute)) {
                        found.add(new SourceLocation(file, line(files.get(file), each.startTag().start()), 0));
                    }
                }
                case "ref" -> {
                    if (entered.add(each.value("name"))) {
                        enter(each.value("name"), attribute, entered, found);
                    }
                }
                default -> collect(file, each, attribute, entered, found);
            }
        }
    }

    private void enter(String define, String attribute, Set<String> entered, Set<SourceLocation> found) {
        files.forEach((file, tree) -> tree.elements().stream()
                .filter(each -> each.localName().equals("define") && each.value("name").equals(define))
                .forEach(each -> collect(file, each, attribute, entered, found)));
    }

    private static boolean isNamed(XmlElement attribute, String name) {
        String written = attribute.value("name");
        return written.isEmpty() ? attribute.elements("name").stream().anyMatch(each -> each.text().strip().equals(name))
                : written.substring(written.indexOf(':') + 1).equals(name);
    }

    /** From 1. */
    private static int line(XmlTree tree, int offset) {
        return Ranges.position(tree.lines(), offset).getLine() + 1;
    }
}
