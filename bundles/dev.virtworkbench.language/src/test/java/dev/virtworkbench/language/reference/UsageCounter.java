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
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Counts what libvirt's own documents use and writes {@code usage.counts}. Run it by hand when libvirt's test suite
 * has moved on:
 *
 * <pre>java … UsageCounter SCHEMAS DOCUMENTS &gt; …/usage.counts</pre>
 *
 * <p>DOCUMENTS is a folder such as the {@code tests} of libvirt's source package, SCHEMAS the folder of {@code .rng}
 * files. A document counts once for each thing that it uses, however often. Values count only if the schemas name
 * them, so that names and paths of the documents do not get into the result.
 */
final class UsageCounter {

    private static final Set<String> ROOTS = Set.of("domain", "pool", "volume", "network", "domainsnapshot",
            "domaincheckpoint", "domainbackup", "secret", "filter");
    /** A snapshot's domain tells nothing that domains do not; metadata is other programs' XML. */
    private static final Set<String> CLOSED = Set.of("domain/metadata", "network/metadata", "domainsnapshot/domain",
            "domainsnapshot/inactiveDomain", "domaincheckpoint/domain");
    private static final int FEWEST = 2;
    private static final int MOST_OF_A_LIST = 60;

    private final Set<String> named;
    private final Map<String, Map<String, Map<String, Integer>>> counts = new TreeMap<>();
    /** By path, how often one child element stood before another. */
    private final Map<String, Map<List<String>, Integer>> before = new HashMap<>();

    /** @param named the values that may be counted */
    UsageCounter(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    public static void main(String[] folders) throws IOException {
        Set<String> named = new HashSet<>();
        for (Element schema : documents(Path.of(folders[0]), ".rng")) {
            valuesOf(schema, named);
        }
        UsageCounter counter = new UsageCounter(named);
        documents(Path.of(folders[1]), ".xml").forEach(counter::count);
        System.out.print(counter.result());
    }

    /** Counts one document, if it is of a kind that is counted. */
    void count(Element root) {
        if (ROOTS.contains(root.getTagName())) {
            Set<List<String>> seen = new HashSet<>();
            look(root, root.getTagName(), seen);
            seen.forEach(use -> counts.computeIfAbsent(use.get(0), path -> new TreeMap<>())
                    .computeIfAbsent(use.get(1), list -> new HashMap<>()).merge(use.get(2), 1, Integer::sum));
        }
    }

    /** What was counted, in the format that {@link Usage} reads. */
    String result() {
        StringBuilder text = new StringBuilder("# Documents of libvirt's test suite that use it: UsageCounter.\n");
        counts.forEach((path, lists) -> {
            StringBuilder lines = new StringBuilder();
            lists.forEach((list, names) -> {
                String line = line(names);
                lines.append(line.isEmpty() ? "" : " " + list + line + "\n");
            });
            List<String> order = order(path, lists.getOrDefault("elements", Map.of()));
            if (order.size() > 1) {
                lines.append(" order");
                for (int i = 0; i < order.size(); i++) {
                    lines.append(' ').append(order.get(i)).append(' ').append(i + 1);
                }
                lines.append('\n');
            }
            text.append(lines.isEmpty() ? "" : path + "\n" + lines);
        });
        return text.toString();
    }

    private static String line(Map<String, Integer> names) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(names.entrySet());
        entries.removeIf(entry -> entry.getValue() < FEWEST);
        entries.sort(Map.Entry.<String, Integer>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey()));
        StringBuilder line = new StringBuilder();
        entries.stream().limit(MOST_OF_A_LIST)
                .forEach(entry -> line.append(' ').append(entry.getKey()).append(' ').append(entry.getValue()));
        return line.toString();
    }

    /** The children of a path as they mostly follow each other: each is put where most documents agree with its place. */
    private List<String> order(String path, Map<String, Integer> children) {
        Map<List<String>, Integer> pairs = before.getOrDefault(path, Map.of());
        List<String> names = new ArrayList<>(children.keySet());
        names.sort((a, b) -> children.get(a).equals(children.get(b)) ? a.compareTo(b) : children.get(b) - children.get(a));
        List<String> order = new ArrayList<>();
        for (String name : names.subList(0, Math.min(MOST_OF_A_LIST, names.size()))) {
            int place = 0;
            int agreement = 0;
            int best = 0;
            for (int i = 0; i < order.size(); i++) {
                agreement += pairs.getOrDefault(List.of(order.get(i), name), 0)
                        - pairs.getOrDefault(List.of(name, order.get(i)), 0);
                if (agreement >= best) {
                    best = agreement;
                    place = i + 1;
                }
            }
            order.add(place, name);
        }
        return order;
    }

    private void countOrder(Element element, String path) {
        List<String> names = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && !names.contains(child.getTagName())) {
                names.forEach(earlier -> before.computeIfAbsent(path, p -> new HashMap<>())
                        .merge(List.of(earlier, child.getTagName()), 1, Integer::sum));
                names.add(child.getTagName());
            }
        }
    }

    /** Collects path, list and name of everything that the element uses. */
    private void look(Element element, String path, Set<List<String>> seen) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                seen.add(List.of(path, "attributes", attribute.getName()));
                countValue(path, "@" + attribute.getName(), attribute.getValue(), seen);
            }
        }
        if (CLOSED.contains(path)) {
            return;
        }
        countOrder(element, path);
        boolean leaf = true;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                leaf = false;
                seen.add(List.of(path, "elements", child.getTagName()));
                look(child, path + "/" + child.getTagName(), seen);
            }
        }
        if (leaf) {
            countValue(path, "text", element.getTextContent().strip(), seen);
        }
    }

    private void countValue(String path, String list, String value, Set<List<String>> seen) {
        if (named.contains(value) && value.indexOf(' ') < 0) {
            seen.add(List.of(path, list, value));
        }
    }

    private static void valuesOf(Element schema, Set<String> values) {
        for (Node node = schema.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (element.getTagName().equals("value")) {
                    values.add(element.getTextContent().strip());
                }
                valuesOf(element, values);
            }
        }
    }

    /** The roots of all well-formed documents below a folder; libvirt's tests hold some that are not. */
    private static List<Element> documents(Path folder, String ending) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
        List<Element> roots = new ArrayList<>();
        for (Path file : files) {
            try {
                DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
                builder.setErrorHandler(null);
                roots.add(builder.parse(file.toFile()).getDocumentElement());
            } catch (SAXException | ParserConfigurationException e) {
                System.err.println("passed over: " + file + ": " + e.getMessage());
            }
        }
        return roots;
    }
}
