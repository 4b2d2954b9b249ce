package dev.virtworkbench.language.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The paths of elements and attributes that a folder of RELAX NG files allows. It reads all files as one grammar,
 * which is enough to tell a path that exists from one that was mistyped.
 */
final class SchemaPaths {

    private final Map<String, List<Element>> defines = new HashMap<>();
    private final List<Element> elements = new ArrayList<>();

    SchemaPaths(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".rng")).toList();
        }
        for (Path file : files) {
            try {
                collect(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                        .getDocumentElement());
            } catch (SAXException | ParserConfigurationException e) {
                throw new IOException(file.toString(), e);
            }
        }
    }

    /** Whether some document has the path: from its root where the root is given, else from anywhere. */
    boolean allow(String path) {
        return !places(path).isEmpty();
    }

    /** Every value that the schemas list for the attribute or text at the path; empty where other text will do. */
    Set<String> values(String path) {
        List<Element> values = new ArrayList<>();
        List<Element> open = new ArrayList<>();
        for (Element place : places(path)) {
            inside(place, "value", values, new HashSet<>());
            inside(place, "data", open, new HashSet<>());
            inside(place, "text", open, new HashSet<>());
        }
        return !open.isEmpty() ? Set.of() : values.stream().map(value -> value.getTextContent().strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Element> places(String path) {
        String[] steps = path.split("/");
        List<Element> places = elements.stream().filter(element -> named(element, steps[0])).toList();
        for (int i = 1; i < steps.length; i++) {
            String kind = steps[i].startsWith("@") ? "attribute" : "element";
            String name = steps[i].startsWith("@") ? steps[i].substring(1) : steps[i];
            List<Element> next = new ArrayList<>();
            for (Element place : places) {
                inside(place, kind, next, new HashSet<>());
            }
            next.removeIf(candidate -> !named(candidate, name));
            places = next;
        }
        return places;
    }

    private void collect(Element parent) {
        for (Element child : children(parent)) {
            switch (child.getTagName()) {
                case "define" -> defines.computeIfAbsent(child.getAttribute("name"), n -> new ArrayList<>()).add(child);
                case "element" -> elements.add(child);
                default -> { }
            }
            collect(child);
        }
    }

    /** The elements, attributes or values directly inside a place, through references. */
    private void inside(Element place, String kind, List<Element> found, Set<String> followed) {
        for (Element child : children(place)) {
            if (child.getTagName().equals(kind)) {
                found.add(child);
            } else if (child.getTagName().equals("ref")) {
                String name = child.getAttribute("name");
                if (followed.add(name)) {
                    defines.getOrDefault(name, List.of()).forEach(define -> inside(define, kind, found, followed));
                }
            } else if (!Set.of("element", "attribute").contains(child.getTagName())) {
                inside(child, kind, found, followed);
            }
        }
    }

    private static boolean named(Element declaration, String name) {
        String local = name.substring(name.indexOf(':') + 1);
        if (declaration.hasAttribute("name")) {
            String declared = declaration.getAttribute("name");
            return declared.substring(declared.indexOf(':') + 1).equals(local);
        }
        return nameClass(declaration, local);
    }

    private static boolean nameClass(Element declaration, String local) {
        return children(declaration).stream().anyMatch(child -> switch (child.getTagName()) {
            case "name" -> child.getTextContent().strip().equals(local);
            case "choice" -> nameClass(child, local);
            default -> false;
        });
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
