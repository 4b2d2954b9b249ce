package dev.virtworkbench.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The tolerant parser and Xerces always agree on whether a text is well-formed. */
class WellFormednessTest {

    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final String MARKS = "<>/='\"&;!-?[]x \n:";

    private final SAXParser xerces;

    WellFormednessTest() throws SAXException, ParserConfigurationException {
        SAXParserFactoryImpl factory = new SAXParserFactoryImpl();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        xerces = factory.newSAXParser();
    }

    @Test
    void everyFileOfLibvirtsTests() throws IOException {
        String folder = System.getProperty("virtworkbench.libvirtTests", "");
        assumeTrue(!folder.isEmpty(), "SKIPPED: libvirt's test suite is not on this machine (./test fetches it)");
        List<Path> files = xmlFilesBelow(Path.of(folder));
        assertTrue(files.size() > 2000, () -> "only " + files.size() + " files in " + folder);
        for (Path file : files) {
            assertSameVerdict(Files.readString(file), file.toString());
        }
    }

    @Test
    void everyPrefixOfEverySample() throws IOException {
        for (Path file : xmlFilesBelow(SAMPLES)) {
            String text = Files.readString(file);
            for (int end = 0; end < text.length(); end++) {
                assertSameVerdict(text.substring(0, end), file + " up to " + end);
            }
        }
    }

    @Test
    void everySampleWithARandomChange() throws IOException {
        Random random = new Random(20261121);
        for (Path file : xmlFilesBelow(SAMPLES)) {
            String text = Files.readString(file);
            for (int i = 0; i < 300; i++) {
                StringBuilder changed = new StringBuilder(text);
                for (int changes = random.nextInt(3); changes >= 0; changes--) {
                    int at = random.nextInt(changed.length());
                    char mark = MARKS.charAt(random.nextInt(MARKS.length()));
                    switch (random.nextInt(3)) {
                        case 0 -> changed.deleteCharAt(at);
                        case 1 -> changed.insert(at, mark);
                        default -> changed.setCharAt(at, mark);
                    }
                }
                assertSameVerdict(changed.toString(), file + " changed");
            }
        }
    }

    private static List<Path> xmlFilesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> xml = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
                try {
                    Files.readString(file);
                    xml.add(file);
                } catch (MalformedInputException notUtf8) {
                    // Bytes are the business of the package `reading`; here only text is looked at.
                    continue;
                }
            }
            return xml;
        }
    }

    private void assertSameVerdict(String text, String what) {
        String reference = xercesSays(text);
        XmlTree tree = XmlTree.parse(text);
        assertEquals(reference.isEmpty(), tree.wellFormed(),
                () -> what + "\nXerces: " + reference + "\nours: " + tree.problems() + "\n" + text);
    }

    private String xercesSays(String text) {
        try {
            xerces.parse(new InputSource(new StringReader(text)), new DefaultHandler());
            return "";
        } catch (SAXException | IOException refused) {
            return refused.getMessage();
        }
    }
}
