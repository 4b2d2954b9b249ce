package dev.virtworkbench.language.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One file of facts: paragraphs divided by an empty line. Immutable and safe for use by several threads.
 *
 * <pre>
 * domain/devices/disk/@cache disk/@cache
 * link: #hard-drives-floppy-disks-cdroms
 * since: 0.6.0
 * default: none
 * unset: the hypervisor chooses.
 * What it is, in one paragraph of Markdown.
 * = none: what this value does
 * </pre>
 *
 * <p>The first line names the paths that the paragraph is about, divided by spaces; the first is its key in the other
 * languages. Of the rest everything is optional but the words. A line that starts with {@code #} before the first
 * path of a paragraph is a comment. Reading finds only where the paragraphs begin; a paragraph is taken apart when it
 * is asked for, so that a large file costs a start next to nothing.
 */
final class FactFile {

    static final FactFile EMPTY = new FactFile("");

    private final String text;
    private final Map<String, Integer> starts = HashMap.newHashMap(2048);

    FactFile(String text) {
        this.text = text;
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(start);
            if (text.charAt(start) != '#' && end > start) {
                addPaths(text.substring(start, end), start);
                end = paragraphEnd(start);
            }
            start = end + 1;
        }
    }

    private void addPaths(String line, int start) {
        int from = 0;
        for (int space = line.indexOf(' '); space >= 0; space = line.indexOf(' ', from)) {
            starts.put(line.substring(from, space), start);
            from = space + 1;
        }
        starts.put(line.substring(from), start);
    }

    boolean contains(String path) {
        return starts.containsKey(path);
    }

    /** Every path that this file knows something about. */
    Set<String> paths() {
        return Set.copyOf(starts.keySet());
    }

    /** What the file says about the path, exactly as it is written there. */
    Optional<Entry> entry(String path) {
        Integer start = starts.get(path);
        return start == null ? Optional.empty()
                : Optional.of(Entry.parse(text.substring(start, paragraphEnd(start))));
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int paragraphEnd(int start) {
        int end = text.indexOf("\n\n", start);
        return end < 0 ? text.length() : end;
    }

    /**
     * One paragraph.
     *
     * @param key    its first path
     * @param link   page and anchor, or only {@code #anchor}, or empty where it is the parent's
     * @param words  the summary
     * @param values values and their meanings, in the file's order
     */
    record Entry(String key, Optional<String> link, Optional<String> since, Optional<String> defaultValue,
                 Optional<String> whenLeftOut, String words, Map<String, String> values) {

        static Entry parse(String paragraph) {
            Map<String, String> directives = new HashMap<>();
            Map<String, String> values = new LinkedHashMap<>();
            StringBuilder words = new StringBuilder();
            String[] lines = paragraph.split("\n");
            for (int i = 1; i < lines.length; i++) {
                String line = lines[i];
                int colon = line.indexOf(": ");
                if (line.startsWith("= ") && colon > 0) {
                    values.put(line.substring(2, colon), line.substring(colon + 2));
                } else if (colon > 0 && Directives.NAMES.contains(line.substring(0, colon))) {
                    directives.put(line.substring(0, colon), line.substring(colon + 2));
                } else {
                    words.append(words.isEmpty() ? "" : " ").append(line);
                }
            }
            return new Entry(lines[0].split(" ")[0], directive(directives, Directives.LINK),
                    directive(directives, Directives.SINCE), directive(directives, Directives.DEFAULT),
                    directive(directives, Directives.UNSET), words.toString(), values);
        }

        private static Optional<String> directive(Map<String, String> directives, String name) {
            return Optional.ofNullable(directives.get(name));
        }
    }

    /** The words before a colon that are not part of the text. */
    private static final class Directives {
        static final String LINK = "link";
        static final String SINCE = "since";
        static final String DEFAULT = "default";
        static final String UNSET = "unset";
        static final Set<String> NAMES = Set.of(LINK, SINCE, DEFAULT, UNSET);
    }
}
