package dev.virtworkbench.language.reference;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one element or attribute is, in the words of one language. Source: libvirt's reference at {@link #link}.
 *
 * @param path         the path of the element, or of the attribute ({@code domain/devices/disk/@type}); it may be a
 *                     suffix ({@code address/@bus}) where the fact holds wherever a path ends like that
 * @param summary      one paragraph of Markdown, never empty
 * @param values       the values that have a meaning of their own, in the order worth showing, with that meaning as
 *                     Markdown; empty where any value of the type will do
 * @param defaultValue the value that libvirt takes where there is none
 * @param whenLeftOut  in words, what happens where it is left out and no single value would say so
 * @param since        the libvirt version that brought it, for example {@code 1.2.8}; empty where the reference
 *                     names none
 * @param link         the section of libvirt's reference
 */
public record Fact(String path, String summary, Map<String, String> values, Optional<String> defaultValue,
                   Optional<String> whenLeftOut, Optional<String> since, URI link) {

    public Fact {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The name of the element that this fact is about, or that bears the attribute. */
    public String element() {
        String elementPath = attribute().isPresent() ? path.substring(0, path.lastIndexOf("/@")) : path;
        return elementPath.substring(elementPath.lastIndexOf('/') + 1);
    }

    /** The name of the attribute that this fact is about; empty where it is about an element. */
    public Optional<String> attribute() {
        int last = path.lastIndexOf("/@");
        return last < 0 ? Optional.empty() : Optional.of(path.substring(last + 2));
    }

    /**
     * The fact as Markdown for a hover.
     *
     * @param locale the language of the captions; give the one that the fact was asked for in
     */
    public String markdown(Locale locale) {
        return new FactMarkdown(locale).render(this);
    }
}
