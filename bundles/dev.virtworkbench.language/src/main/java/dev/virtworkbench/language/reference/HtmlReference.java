package dev.virtworkbench.language.reference;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sections of libvirt's own reference, where a machine has it as HTML (Debian's package {@code libvirt-doc}).
 *
 * <p>It reads nothing itself: the caller opens the pages. Each question reads its page anew, a few milliseconds,
 * and nothing is kept. Safe for use by several threads if the {@link Pages} are.
 */
public final class HtmlReference {

    /** How much of a section is shown at most, in UTF-16 characters; a longer one ends with its last whole part. */
    static final int LONGEST = 3000;

    /** Opens the pages of the reference. */
    @FunctionalInterface
    public interface Pages {
        /**
         * Opens one page.
         *
         * @param name the file's name, for example {@code formatdomain.html}
         * @return the page's XHTML in UTF-8, closed by the one who asked; empty where there is no such page
         */
        Optional<InputStream> open(String name) throws IOException;
    }

    private final Pages pages;

    public HtmlReference(Pages pages) {
        this.pages = pages;
    }

    /** Where systems keep the pages, the likelier folder first. */
    public static List<String> usualFolders() {
        return List.of("/usr/share/doc/libvirt-doc/html", "/usr/share/doc/libvirt-docs/html",
                "/usr/share/doc/libvirt/html");
    }

    /**
     * What libvirt's reference says about the subject of a fact, in its English words: the entry for the attribute
     * or element in the section that the fact links to, or where there is none the beginning of the section.
     *
     * @return Markdown; empty where the machine has no such page or section
     * @throws IOException if a page cannot be read or is no XHTML
     */
    public Optional<String> section(Fact fact) throws IOException {
        Optional<HtmlElement> section = section(fact.link());
        return section.map(found -> about(found, fact))
                .map(part -> new HtmlMarkdown(ReferencePages.site(), LONGEST).render(part))
                .filter(markdown -> !markdown.isBlank());
    }

    private Optional<HtmlElement> section(URI link) throws IOException {
        if (link.getFragment() == null) {
            return Optional.empty();
        }
        Optional<InputStream> opened = pages.open(link.getPath().substring(1));
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream page = opened.get()) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            for (String anchor : ReferencePages.anchors(link.getFragment())) {
                Optional<HtmlElement> section = HtmlElement.read(text, anchor);
                if (section.isPresent()) {
                    return section;
                }
            }
            return Optional.empty();
        }
    }

    private static List<HtmlNode> about(HtmlElement section, Fact fact) {
        List<HtmlNode> ofElement = entry(section, fact.element()).<List<HtmlNode>>map(HtmlElement::children)
                .orElseGet(() -> beginning(section));
        // A section has sections about other elements in it, with attributes of the same names.
        return fact.attribute()
                .flatMap(name -> entry(section, fact.element()).flatMap(around -> entry(around, name))
                        .or(() -> entry(elements(beginning(section)), name)))
                .<List<HtmlNode>>map(HtmlElement::children)
                .orElse(ofElement);
    }

    /** What a definition list says about a name: the {@code <dd>} behind the {@code <dt>} with it. */
    private static Optional<HtmlElement> entry(HtmlElement around, String name) {
        return entry(around.elements(), name);
    }

    private static Optional<HtmlElement> entry(List<HtmlElement> inside, String name) {
        for (int i = 0; i < inside.size(); i++) {
            HtmlElement element = inside.get(i);
            if (element.tag().equals("dt") && names(element.text()).anyMatch(name::equals)) {
                Optional<HtmlElement> definition = inside.subList(i, inside.size()).stream()
                        .filter(next -> next.tag().equals("dd")).findFirst();
                if (definition.isPresent()) {
                    return definition;
                }
            }
            Optional<HtmlElement> deeper = entry(element, name);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static List<HtmlElement> elements(List<HtmlNode> nodes) {
        return nodes.stream().filter(HtmlElement.class::isInstance).map(HtmlElement.class::cast).toList();
    }

    /** A term may name several: {@code vendor, product} or {@code wwnn and wwpn}. */
    private static Stream<String> names(String term) {
        return Stream.of(term.strip().split("\\s*,\\s*|\\s+"));
    }

    /** A section without its heading and the sections in it. */
    private static List<HtmlNode> beginning(HtmlElement section) {
        return section.children().stream()
                .filter(node -> !(node instanceof HtmlElement element
                        && (element.tag().equals("section") || element.tag().matches("h[1-6]"))))
                .toList();
    }
}
