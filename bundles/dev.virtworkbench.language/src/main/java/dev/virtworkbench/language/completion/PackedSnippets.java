package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** XML with tab stops that comes with this program. */
final class PackedSnippets {

    private static final Pattern CHOICE = Pattern.compile("\\$\\{\\d+\\|([^,|]*)[^}]*\\}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\d+:([^}]*)\\}");

    /**
     * A piece of XML.
     *
     * @param head what it is for: the element that it stands in, or the root that it is
     * @param label what it is
     * @param text its XML, with tab stops
     * @param plain the text with the first choice in every place
     */
    record Snippet(String head, String label, String text, String plain) {

        private static Snippet of(String head, String label, String text) {
            String plain = PLACEHOLDER.matcher(CHOICE.matcher(text).replaceAll("$1")).replaceAll("$1").replace("$0", "")
                    .replace("\\$", "$");
            return new Snippet(head, label, text, plain);
        }

        /** The element that it makes. */
        XmlElement root() {
            return XmlTree.parse(plain).root().orElseThrow();
        }
    }

    private PackedSnippets() {
    }

    /** @param name of a file beside this class in which snippets are separated by lines {@code == head: label} */
    static List<Snippet> read(String name) {
        List<Snippet> snippets = new ArrayList<>();
        try (InputStream resource = PackedSnippets.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            String[] parts = new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ");
            // The first part tells people what the file is.
            for (String part : Arrays.asList(parts).subList(1, parts.length)) {
                int end = part.indexOf('\n');
                String[] head = part.substring(0, end).split(": ", 2);
                snippets.add(Snippet.of(head[0].strip(), head[1].strip(), part.substring(end + 1).strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packed " + name, e);
        }
        return List.copyOf(snippets);
    }
}
