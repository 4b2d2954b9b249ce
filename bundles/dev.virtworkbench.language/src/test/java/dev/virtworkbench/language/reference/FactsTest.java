package dev.virtworkbench.language.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every packed fact to libvirt's schemas and reference, where the machine has them. */
class FactsTest {

    private static final Path SCHEMAS = Path.of(System.getProperty("libvirt.schemas", "/usr/share/libvirt/schemas"));
    private static final Path HTML = Path.of(System.getProperty("libvirt.html", "/usr/share/doc/libvirt-doc/html"));
    private static final List<String> KINDS = List.of("domain", "pool", "volume", "network", "domainsnapshot",
            "domaincheckpoint", "domainbackup", "secret", "filter", "device", "capabilities", Reference.COMMON);

    private final Reference reference = Reference.packed();

    @Test
    void poolsVolumesAndDomainsAreExplained() {
        int facts = Stream.of("domain", "pool", "volume", Reference.COMMON)
                .mapToInt(kind -> reference.paths(kind, Language.ENGLISH).size()).sum();

        assertTrue(facts >= 250, "only " + facts + " facts");
    }

    @Test
    void everyFactIsCompleteInBothLanguages() {
        List<String> gaps = new ArrayList<>();
        for (String kind : KINDS) {
            Set<String> keys = new TreeSet<>();
            for (String path : reference.paths(kind, Language.ENGLISH)) {
                FactFile.Entry english = reference.entry(kind, path, Language.ENGLISH).orElseThrow();
                keys.add(english.key());
                reference.entry(kind, english.key(), Language.CHINESE).ifPresentOrElse(
                        chinese -> gaps.addAll(differences(english, chinese)), () -> gaps.add("no Chinese: " + path));
                if (english.words().isEmpty()) {
                    gaps.add("no words: " + path);
                }
            }
            assertEquals(keys, reference.paths(kind, Language.CHINESE), "the Chinese facts of " + kind);
        }
        assertEquals(List.of(), gaps);
    }

    @Test
    void nothingIsExplainedTwice() throws IOException {
        for (String kind : KINDS) {
            for (Language language : Language.values()) {
                String name = kind + language.fileSuffix() + ".facts";
                try (InputStream file = Reference.class.getResourceAsStream(name)) {
                    String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                    List<String> paths = Stream.of(text.split("\n\n"))
                            .map(paragraph -> paragraph.replaceAll("(?m)^#.*\n", "").split("\n")[0])
                            .flatMap(line -> Stream.of(line.split(" "))).toList();
                    assertEquals(Set.copyOf(paths).size(), paths.size(), () -> name + ": " + repeated(paths));
                }
            }
        }
    }

    private static List<String> repeated(List<String> paths) {
        return paths.stream().filter(path -> Collections.frequency(paths, path) > 1).distinct().toList();
    }

    @Test
    void chineseIsChinese() {
        for (String kind : KINDS) {
            for (String path : reference.paths(kind, Language.CHINESE)) {
                String words = reference.entry(kind, path, Language.CHINESE).orElseThrow().words();
                assertTrue(words.codePoints().anyMatch(Character::isIdeographic), path + ": " + words);
            }
        }
    }

    @Test
    void everyPathAndEveryValueIsInTheSchemas() throws IOException {
        assumeTrue(Files.isDirectory(SCHEMAS), () -> "SKIPPED: libvirt's schemas are not in " + SCHEMAS);
        SchemaPaths schemas = new SchemaPaths(SCHEMAS);
        List<String> unknown = new ArrayList<>();
        for (String kind : KINDS) {
            for (String path : reference.paths(kind, Language.ENGLISH)) {
                if (!schemas.allow(path) && !newerThanOldest(reference.fact(kind, path, Language.ENGLISH).since())) {
                    unknown.add(path);
                }
                Set<String> listed = schemas.values(path);
                reference.fact(kind, path, Language.ENGLISH).values().forEach((value, meaning) -> {
                    if (!listed.isEmpty() && !listed.contains(value) && !newerThanOldest(since(meaning))) {
                        unknown.add(path + "=" + value);
                    }
                });
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void everyLinkLeadsToASectionOfTheReference() throws IOException {
        assumeTrue(Files.isDirectory(HTML), () -> "SKIPPED: libvirt's HTML reference is not in " + HTML);
        Map<String, String> pages = new HashMap<>();
        for (String kind : KINDS) {
            for (String path : reference.paths(kind, Language.ENGLISH)) {
                URI link = reference.fact(kind, path, Language.ENGLISH).link();
                assertEquals("libvirt.org", link.getHost(), path);
                Path file = HTML.resolve(link.getPath().substring(1));
                String page = pages.computeIfAbsent(file.toString(), name -> read(file));
                assertTrue(link.getFragment() != null && ReferencePages.anchors(link.getFragment()).stream()
                        .anyMatch(anchor -> page.contains("id=\"" + anchor + "\"")), path + " links to " + link);
            }
        }
    }

    @Test
    void everyPageOfAKindExists() {
        assumeTrue(Files.isDirectory(HTML), () -> "SKIPPED: libvirt's HTML reference is not in " + HTML);
        for (String kind : List.of("domain", "pool", "volume", "network", "networkport", "snapshot", "checkpoint",
                "backup", "secret", "nwfilter", "nwfilterbinding", "nodedev", "interface", "capabilities",
                "domainCapabilities", "storagepoolCapabilities", "cpu", "encryption")) {
            URI page = reference.page(kind);
            String text = read(HTML.resolve(page.getPath().substring(1)));
            assertTrue(page.getFragment() == null || text.contains("id=\"" + page.getFragment() + "\""), page::toString);
        }
    }

    @Test
    void everyFactRendersInBothLanguages() {
        for (String kind : KINDS) {
            for (String path : reference.paths(kind, Language.ENGLISH)) {
                for (Language language : Language.values()) {
                    Locale locale = language.locale();
                    String markdown = reference.fact(kind, path, language).markdown(locale);
                    assertFalse(markdown.contains("{0}") || markdown.contains(" ~ "), markdown);
                }
            }
        }
    }

    /** Whether a machine may have schemas that do not know this yet: the oldest libvirt in use is 9.0.0. */
    private static boolean newerThanOldest(Optional<String> since) {
        return since.filter(version -> Version.parse(version).compareTo(Version.parse("9.0.0")) > 0).isPresent();
    }

    /** The version that the meaning of a value ends with: {@code … (since 9.1.0)}. */
    private static Optional<String> since(String meaning) {
        Matcher version = Pattern.compile("\\(since ([\\d.]+)\\)$").matcher(meaning);
        return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    }

    private static List<String> differences(FactFile.Entry english, FactFile.Entry chinese) {
        List<String> differences = new ArrayList<>();
        if (!List.copyOf(english.values().keySet()).equals(List.copyOf(chinese.values().keySet()))) {
            differences.add("other values: " + english.key());
        }
        if (english.whenLeftOut().isPresent() != chinese.whenLeftOut().isPresent()) {
            differences.add("unset in one language only: " + english.key());
        }
        return differences;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
