package dev.virtworkbench.language.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often elements, attributes and values are used in practice: the number of documents of libvirt's own test suite
 * that use them there. Good for ranking what is offered, not for judging what is allowed.
 *
 * <p>A path is looked up as it is; where nobody was seen to use anything there, its longest known suffix counts, over
 * all places that end with it. So a {@code <disk>} alone is answered like the disks of domains. What was used once
 * only is left out. The counts are read when first asked for; safe for use by several threads.
 */
public final class Usage {

    private static final String RESOURCE = "usage.counts";

    /** Completion asks the same of every element of a list, each time that somebody types. */
    private static final int MOST_ANSWERS = 4_096;

    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<String, Map<String, Integer>> answers = new ConcurrentHashMap<>();

    Usage(String text) {
        Spot spot = null;
        for (String line : text.split("\n")) {
            if (line.startsWith("#") || line.isEmpty()) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                spot = spots.computeIfAbsent(line, path -> new Spot());
            } else if (spot != null) {
                spot.add(line.strip().split(" "));
            }
        }
    }

    /** The counts that come with this program. */
    public static Usage packed() {
        return Packed.USAGE;
    }

    /**
     * How often each child element is used in an element.
     *
     * @param path names from the root to the element
     * @return counts by element name, the most used first; empty where nothing is known
     */
    public Map<String, Integer> elements(List<String> path) {
        return counts(path, "elements");
    }

    /** How often each attribute of an element is used, by name, the most used first. */
    public Map<String, Integer> attributes(List<String> path) {
        return counts(path, "attributes");
    }

    /**
     * How often each value is used.
     *
     * @param attribute the attribute, or empty for the element's text
     * @return counts by value, the most used first; only values that libvirt's schemas name
     */
    public Map<String, Integer> values(List<String> path, Optional<String> attribute) {
        return counts(path, attribute.map(name -> "@" + name).orElse("text"));
    }

    /**
     * The child elements of an element in the order in which documents mostly have them.
     *
     * @return empty where nothing is known
     */
    public List<String> order(List<String> path) {
        for (int start = 0; start < path.size(); start++) {
            String suffix = String.join("/", path.subList(start, path.size()));
            // Places must not be added up: where several paths end like this, the one with most children decides.
            Optional<Map<String, Integer>> places = spots.entrySet().stream()
                    .filter(spot -> spot.getKey().equals(suffix) || spot.getKey().endsWith("/" + suffix))
                    .map(spot -> spot.getValue().counts("order"))
                    .filter(order -> !order.isEmpty())
                    .max(Comparator.comparingInt(Map::size));
            if (places.isPresent()) {
                return List.copyOf(places.get().keySet());
            }
        }
        return List.of();
    }

    private Map<String, Integer> counts(List<String> path, String list) {
        if (answers.size() > MOST_ANSWERS) {
            answers.clear();
        }
        return answers.computeIfAbsent(String.join("/", path) + " " + list, question -> find(path, list));
    }

    private Map<String, Integer> find(List<String> path, String list) {
        Map<String, Integer> exact = spots.getOrDefault(String.join("/", path), Spot.NONE).counts(list);
        for (int start = 0; exact.isEmpty() && start < path.size(); start++) {
            exact = countsBelow(String.join("/", path.subList(start, path.size())), list);
        }
        return Collections.unmodifiableMap(exact);
    }

    /** The sum over all places whose path ends with the suffix. */
    private Map<String, Integer> countsBelow(String suffix, String list) {
        Map<String, Integer> sums = new HashMap<>();
        spots.forEach((path, spot) -> {
            if (path.equals(suffix) || path.endsWith("/" + suffix)) {
                spot.counts(list).forEach((name, count) -> sums.merge(name, count, Integer::sum));
            }
        });
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        sorted.forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** What was seen at one path: lists of names with counts, kept as written until somebody asks. */
    private static final class Spot {
        static final Spot NONE = new Spot();

        private final Map<String, String[]> lists = new HashMap<>();

        /** @param words the name of the list, then names and counts in turn */
        void add(String[] words) {
            lists.put(words[0], words);
        }

        Map<String, Integer> counts(String list) {
            String[] words = lists.get(list);
            if (words == null) {
                return Map.of();
            }
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (int i = 1; i + 1 < words.length; i += 2) {
                counts.put(words[i], Integer.valueOf(words[i + 1]));
            }
            return counts;
        }
    }

    private static final class Packed {
        static final Usage USAGE = new Usage(read());

        private static String read() {
            try (InputStream resource = Usage.class.getResourceAsStream(RESOURCE)) {
                if (resource == null) {
                    throw new IllegalStateException("the jar lacks " + RESOURCE);
                }
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the packed " + RESOURCE, e);
            }
        }
    }
}
