package dev.virtworkbench.language.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resource {@code roots.table}: what is typical of libvirt's documents by the name of their root. */
final class RootTable {

    /**
     * What is typical of documents with some root.
     *
     * @param unmistakable whether no other program has documents with this root
     * @param attributes names of the root's attributes, with the values that alone are proof
     * @param children names of the root's children
     * @param provingChildren those that alone are proof
     */
    record Traits(boolean unmistakable, Map<String, Set<String>> attributes, Set<String> children,
            Set<String> provingChildren) { }

    private static final RootTable INSTANCE = read();

    private final Map<String, Traits> documents = new HashMap<>();
    private final Map<String, Traits> fragments = new HashMap<>();

    private RootTable() { }

    static Optional<Traits> document(String root) {
        return Optional.ofNullable(INSTANCE.documents.get(root));
    }

    static Optional<Traits> fragment(String root) {
        return Optional.ofNullable(INSTANCE.fragments.get(root));
    }

    private static RootTable read() {
        RootTable table = new RootTable();
        Map<String, Traits> section = table.documents;
        Traits traits = null;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RootTable.class.getResourceAsStream("roots.table"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] words = line.strip().split(" +");
                int first = 0;
                if (line.startsWith("[")) {
                    section = line.equals("[fragments]") ? table.fragments : table.documents;
                    continue;
                }
                if (!line.startsWith(" ")) {
                    String root = words[0].substring(0, words[0].length() - 1);
                    boolean unmistakable = root.endsWith("!");
                    traits = new Traits(unmistakable, new HashMap<>(), new HashSet<>(), new HashSet<>());
                    section.put(unmistakable ? root.substring(0, root.length() - 1) : root, traits);
                    first = 1;
                }
                for (int i = first; i < words.length; i++) {
                    add(words[i], traits);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static void add(String word, Traits traits) {
        if (word.startsWith("@")) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word.substring(1) : word.substring(1, equals);
            traits.attributes().put(name, equals < 0 ? Set.of() : Set.of(word.substring(equals + 1).split("\\|")));
        } else if (word.endsWith("!")) {
            String child = word.substring(0, word.length() - 1);
            traits.children().add(child);
            traits.provingChildren().add(child);
        } else {
            traits.children().add(word);
        }
    }
}
