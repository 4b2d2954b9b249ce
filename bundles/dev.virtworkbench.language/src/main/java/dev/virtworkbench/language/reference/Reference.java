package dev.virtworkbench.language.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What libvirt's elements, attributes and values mean. Source: libvirt's XML format reference, in our own words.
 *
 * <p>A kind is the name of the root element ({@code domain}, {@code pool}, {@code volume}, …) or of the schema
 * ({@code storagevol}). Paths begin at the document's root; for a fragment, such as a {@code <disk>} alone, at the
 * fragment's root, with the kind whose definition judges it. Where a path has no fact of its own, the fact about its
 * longest known suffix holds: an {@code <address type='pci'>} means the same in every device.
 *
 * <p>Files are read when first asked for. Safe for use by several threads.
 */
public final class Reference {

    /** Holds the facts that are the same in several kinds. */
    static final String COMMON = "common";

    /** Where the root of a fragment is looked for, the likelier place first. */
    private static final Map<String, List<String>> FRAGMENT_PLACES = Map.of(
            "domain", List.of("domain/devices", "domain", "domain/devices/disk", "domain/devices/interface",
                    "domain/os", "domain/features"),
            "pool", List.of("pool", "pool/source", "pool/target"),
            "volume", List.of("volume", "volume/target"),
            "network", List.of("network", "network/ip", "network/dns", "network/forward"));

    private static final Reference PACKED = new Reference();

    private final Map<String, FactFile> files = new ConcurrentHashMap<>();

    private Reference() {
    }

    /** The facts that come with this program. */
    public static Reference packed() {
        return PACKED;
    }

    /**
     * What an element or attribute is.
     *
     * @param elementPath names from the root to the element, with their prefixes, at least one
     * @param attribute   the attribute of that element, or empty for the element itself
     * @param locale      Chinese gets the Chinese words, every other language the English
     */
    public Optional<Fact> fact(String kind, List<String> elementPath, Optional<String> attribute, Locale locale) {
        Place place = Place.of(kind, elementPath);
        String suffix = attribute.map(name -> "/@" + name).orElse("");
        for (String path : placesInDocument(place)) {
            for (int start = 0; start >= 0; start = nextSuffix(path, start)) {
                String known = path.substring(start) + suffix;
                for (String file : List.of(place.kind(), COMMON)) {
                    if (file(file, Language.ENGLISH).contains(known)) {
                        return Optional.of(fact(file, known, Language.of(locale)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What one value of an attribute, or of an element's text, means; empty where nothing is said about it. */
    public Optional<String> valueMeaning(String kind, List<String> elementPath, Optional<String> attribute,
                                         String value, Locale locale) {
        return fact(kind, elementPath, attribute, locale).map(fact -> fact.values().get(value));
    }

    /** The page of libvirt's reference that describes a kind of document. */
    public URI page(String kind) {
        return ReferencePages.page(kind);
    }

    /** The section of libvirt's reference about an element, or about the nearest element around it that has one. */
    public URI page(String kind, List<String> elementPath) {
        for (int length = elementPath.size(); length > 1; length--) {
            Optional<Fact> fact = fact(kind, elementPath.subList(0, length), Optional.empty(), Locale.ENGLISH);
            if (fact.isPresent()) {
                return fact.get().link();
            }
        }
        return elementPath.isEmpty() ? page(kind)
                : fact(kind, elementPath.subList(0, 1), Optional.empty(), Locale.ENGLISH).map(Fact::link)
                        .orElseGet(() -> page(kind));
    }

    /** Every path that a kind's file has a fact about, sorted. */
    Set<String> paths(String kind, Language language) {
        return new TreeSet<>(file(kind, language).paths());
    }

    /** What a kind's file says about exactly this path. */
    Optional<FactFile.Entry> entry(String kind, String path, Language language) {
        return file(kind, language).entry(path);
    }

    /** The fact about a path that the file knows. */
    Fact fact(String kind, String path, Language language) {
        FactFile.Entry entry = file(kind, Language.ENGLISH).entry(path).orElseThrow();
        FactFile.Entry words = language == Language.ENGLISH ? entry
                : file(kind, language).entry(entry.key()).orElse(entry);
        return new Fact(path, words.words(), words.values(), entry.defaultValue(), words.whenLeftOut(), entry.since(),
                link(kind, path, entry));
    }

    /** The link that the entry names, or that the nearest entry around it does. */
    private URI link(String kind, String path, FactFile.Entry entry) {
        Optional<String> link = entry.link();
        for (int end = path.lastIndexOf('/'); link.isEmpty() && end > 0; end = path.lastIndexOf('/', end - 1)) {
            link = file(kind, Language.ENGLISH).entry(path.substring(0, end)).flatMap(FactFile.Entry::link);
        }
        return link.map(named -> ReferencePages.resolve(kind, named)).orElseGet(() -> ReferencePages.page(kind));
    }

    /** The paths that an element may have in a whole document; several only for the root of a fragment. */
    private List<String> placesInDocument(Place place) {
        String path = String.join("/", place.path());
        if (place.path().getFirst().equals(place.kind())) {
            return List.of(path);
        }
        List<String> paths = new ArrayList<>();
        for (String around : FRAGMENT_PLACES.getOrDefault(place.kind(), List.of())) {
            String root = around + "/" + place.path().getFirst();
            if (file(place.kind(), Language.ENGLISH).contains(root)) {
                paths.add(around + "/" + path);
            }
        }
        paths.add(path);
        return paths;
    }

    private static int nextSuffix(String path, int start) {
        int slash = path.indexOf('/', start);
        return slash < 0 ? -1 : slash + 1;
    }

    private FactFile file(String kind, Language language) {
        return files.computeIfAbsent(kind + language.fileSuffix() + ".facts", Reference::read);
    }

    private static FactFile read(String name) {
        try (InputStream resource = Reference.class.getResourceAsStream(name)) {
            return resource == null ? FactFile.EMPTY
                    : new FactFile(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packed facts " + name, e);
        }
    }

    /** A kind and a path in it. A snapshot's {@code <domain>} is a domain like any other. */
    private record Place(String kind, List<String> path) {

        static Place of(String kind, List<String> path) {
            int domain = path.lastIndexOf("domain");
            boolean embedded = domain > 0 && path.getFirst().startsWith("domain");
            return embedded ? new Place("domain", path.subList(domain, path.size()))
                    : new Place(ReferencePages.root(kind), path);
        }
    }
}
