package dev.virtworkbench.language.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlReferenceTest {

    private static final String PAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml"><body>
            <section id="memory-balloon-device"><h4>Memory balloon</h4><p>Before.</p></section>
            <section id="watchdog-device">
            <h4><a href="#toc">Watchdog device</a></h4>
            <p>A <span class="docutils literal">watchdog</span> for a_guest,
            see <a href="formatcaps.html">capabilities</a>. <strong>Beware</strong></p>
            <pre>&lt;watchdog model='i6300esb'/&gt;</pre>
            <dl>
            <dt><code>model</code></dt>
            <dd><p>What is emulated.</p>
            <ul><li><p>'ib700'</p></li><li><p>'diag288'</p><p>on IBM Z</p></li></ul></dd>
            <dt>action, pretimeout</dt>
            <dd>What happens.<table><tr><td><p>reset</p></td><td><p>starts anew</p></td></tr></table></dd>
            </dl>
            <section id="inner"><p>Another matter.</p></section>
            </section>
            </body></html>
            """;

    @Test
    void anElementWithoutAnEntryIsAnsweredWithTheBeginningOfItsSection() throws IOException {
        assertEquals("""
                A `watchdog` for a\\_guest, see [capabilities](https://libvirt.org/formatcaps.html). **Beware**

                ```xml
                <watchdog model='i6300esb'/>
                ```

                - **model**: What is emulated.

                  - 'ib700'

                  - 'diag288'

                    on IBM Z

                - **action, pretimeout**: What happens.

                  - reset · starts anew
                """, section(PAGE, "domain/devices/watchdog").orElseThrow());
    }

    @Test
    void anAttributeIsAnsweredWithItsOwnEntry() throws IOException {
        assertEquals("""
                What happens.

                - reset · starts anew
                """, section(PAGE, "domain/devices/watchdog/@action").orElseThrow());
    }

    @Test
    void anAttributeIsNotAnsweredWithThatOfAnotherElementsSection() throws IOException {
        String pools = "<html><section id=\"storage-pool-xml\"><p>The type of the pool.</p><section id=\"storage-pool-source\">"
                + "<dl><dt>adapter</dt><dd><dl><dt>type</dt><dd>The adapter.</dd></dl></dd></dl></section></section></html>";
        assertEquals("The type of the pool.\n", new HtmlReference(
                name -> Optional.of(new ByteArrayInputStream(pools.getBytes(StandardCharsets.UTF_8))))
                .section(Reference.packed().fact("pool", List.of("pool"), Optional.of("type"), Locale.ENGLISH).orElseThrow())
                .orElseThrow());
    }

    @Test
    void aLongSectionEndsBehindAWholePart() throws IOException {
        String paragraph = "<p>" + "word ".repeat(200) + "</p>";
        String section = section("<html><section id=\"watchdog-device\">" + paragraph.repeat(9) + "</section></html>",
                "domain/devices/watchdog").orElseThrow();

        assertTrue(section.length() <= HtmlReference.LONGEST + 10, "length " + section.length());
        assertTrue(section.endsWith("word\n\n…\n"), section);
    }

    @Test
    void aPageWithoutTheSectionSaysNothing() throws IOException {
        assertEquals(Optional.empty(), section("<html/>", "domain/devices/watchdog"));
    }

    @Test
    void aMachineWithoutThePageSaysNothing() throws IOException {
        assertEquals(Optional.empty(),
                new HtmlReference(name -> Optional.empty()).section(fact("domain/devices/watchdog")));
    }

    @Test
    void aPageThatIsNoXhtmlIsAnError() {
        assertThrows(IOException.class, () -> section("<section id=\"watchdog-device\"><p></section>", "domain/devices/watchdog"));
    }

    @Test
    void theMachinesReferenceHasASectionForEveryFact() throws IOException {
        Path folder = HtmlReference.usualFolders().stream().map(Path::of).filter(Files::isDirectory).findFirst()
                .orElse(Path.of("missing"));
        assumeTrue(Files.isDirectory(folder), "SKIPPED: libvirt's HTML reference is not installed");
        Map<String, byte[]> pages = Map.of("formatstorage.html", Files.readAllBytes(folder.resolve("formatstorage.html")));
        HtmlReference html = new HtmlReference(
                name -> Optional.ofNullable(pages.get(name)).map(ByteArrayInputStream::new));
        List<String> silent = new ArrayList<>();
        for (String path : Reference.packed().paths("pool", Language.ENGLISH)) {
            if (html.section(Reference.packed().fact("pool", path, Language.ENGLISH)).isEmpty()) {
                silent.add(path);
            }
        }
        assertEquals(List.of(), silent);
        String device = html.section(Reference.packed().fact("pool", "pool/source/device/@part_separator",
                Language.ENGLISH)).orElseThrow();
        assertTrue(device.contains("part\\_separator") || device.contains("`part_separator`"), device);
        assertFalse(device.contains("</"), device);
    }

    private static Optional<String> section(String page, String path) throws IOException {
        HtmlReference html = new HtmlReference(name -> name.equals("formatdomain.html")
                ? Optional.of(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))) : Optional.empty());
        return html.section(fact(path));
    }

    private static Fact fact(String path) {
        int attribute = path.indexOf("/@");
        String element = attribute < 0 ? path : path.substring(0, attribute);
        return Reference.packed().fact("domain", List.of(element.split("/")),
                attribute < 0 ? Optional.empty() : Optional.of(path.substring(attribute + 2)), Locale.ENGLISH)
                .orElseThrow();
    }
}
