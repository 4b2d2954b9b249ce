package dev.virtworkbench.language.formatting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/** What holds for every document: the same meaning afterwards, nothing but white space changed, nothing left to do. */
class FormattingPropertiesTest {

    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final List<FormattingOptions> STYLES = List.of(
            FormattingOptions.LIBVIRT,
            new FormattingOptions(4, false),
            new FormattingOptions(3, true, FormattingOptions.Attributes.ONE_A_LINE, 0, true),
            new FormattingOptions(1, true, FormattingOptions.Attributes.ONE_LINE, 2, false));
    private static final String MARKS = "<>/='\"&;!-?[]x \n\t:";

    private final SAXParser xerces;

    FormattingPropertiesTest() throws SAXException, ParserConfigurationException {
        SAXParserFactoryImpl factory = new SAXParserFactoryImpl();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        xerces = factory.newSAXParser();
    }

    @Test
    void samples() throws IOException, SAXException {
        for (Path file : xmlFilesBelow(SAMPLES)) {
            for (FormattingOptions style : STYLES) {
                check(Files.readString(file), style, file.toString());
            }
        }
    }

    @Test
    void samplesAreLaidOutAlready() throws IOException {
        for (Path file : xmlFilesBelow(SAMPLES)) {
            if (!file.toString().contains("mistakes")) {
                String text = Files.readString(file);
                assertEquals(text, format(text, FormattingOptions.LIBVIRT), file.toString());
            }
        }
    }

    @Test
    void libvirtsOwnTests() throws IOException, SAXException {
        String folder = System.getProperty("virtworkbench.libvirtTests", "");
        assumeTrue(!folder.isEmpty(), "SKIPPED: libvirt's test suite is not on this machine (./test fetches it)");
        for (Path file : xmlFilesBelow(Path.of(folder))) {
            check(Files.readString(file), FormattingOptions.LIBVIRT, file.toString());
        }
    }

    @Test
    void samplesOnOneLine() throws IOException, SAXException {
        for (Path file : xmlFilesBelow(SAMPLES)) {
            String text = Files.readString(file);
            if (XmlTree.parse(text).wellFormed()) {
                check(text.replaceAll(">\\s+<", "><"), FormattingOptions.LIBVIRT, file.toString());
            }
        }
    }

    @Test
    void everythingMalformed() throws IOException, SAXException {
        Random random = new Random(7);
        for (Path file : xmlFilesBelow(SAMPLES)) {
            String text = Files.readString(file);
            for (int i = 0; i < 40; i++) {
                StringBuilder changed = new StringBuilder(text.substring(0, 1 + random.nextInt(text.length())));
                for (int changes = random.nextInt(4); changes > 0; changes--) {
                    changed.insert(random.nextInt(changed.length()), MARKS.charAt(random.nextInt(MARKS.length())));
                }
                check(changed.toString(), STYLES.get(i % STYLES.size()), file + " changed");
                onType(changed.toString(), random);
            }
        }
    }

    /** Never throws, and changes white space only. */
    private static void onType(String text, Random random) {
        XmlTree tree = XmlTree.parse(text);
        int offset = random.nextInt(text.length() + 1);
        for (char typed : "\n>/x".toCharArray()) {
            List<TextEdit> edits = OnTypeFormatting.at(tree, offset, typed, FormattingOptions.LIBVIRT);
            assertEquals(withoutSpace(text), withoutSpace(TextEdit.apply(text, edits)));
        }
    }

    private void check(String text, FormattingOptions style, String what) throws SAXException {
        String formatted = format(text, style);
        assertEquals(withoutSpace(text), withoutSpace(formatted), what);
        XmlTree before = XmlTree.parse(text);
        assertEquals(formatted, format(formatted, style), () -> what + "\n" + text);
        if (before.wellFormed()) {
            assertEquals(events(text), events(formatted), () -> what + "\n" + formatted);
        } else {
            // Formatting brings no new mistake, and hides none.
            assertEquals(before.problems().size(), XmlTree.parse(formatted).problems().size(),
                    () -> what + "\n" + text + "\n=>\n" + formatted + before.problems()
                            + XmlTree.parse(formatted).problems());
        }
    }

    private static String format(String text, FormattingOptions style) {
        List<TextEdit> edits = Formatter.document(XmlTree.parse(text), style);
        for (TextEdit edit : edits) {
            assertTrue(edit.span().of(text).isBlank() && edit.newText().isBlank(), edit::toString);
        }
        return TextEdit.apply(text, edits);
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[ \t\r\n]+", "");
    }

    /** What Xerces reads: tags, attributes, text that is not blank byte for byte, comments without their indentation. */
    private String events(String text) throws SAXException {
        StringBuilder out = new StringBuilder();
        StringBuilder characters = new StringBuilder();
        DefaultHandler2 handler = new DefaultHandler2() {
            private void flush() {
                out.append(characters.toString().isBlank() ? "" : "[" + characters + "]");
                characters.setLength(0);
            }

            @Override
            public void startElement(String uri, String local, String name, Attributes attributes) {
                flush();
                out.append('<').append(name);
                for (int i = 0; i < attributes.getLength(); i++) {
                    out.append(' ').append(attributes.getQName(i)).append('=').append(attributes.getValue(i));
                }
                out.append('>');
            }

            @Override
            public void endElement(String uri, String local, String name) {
                flush();
                out.append("</").append(name).append('>');
            }

            @Override
            public void characters(char[] chars, int start, int length) {
                characters.append(chars, start, length);
            }

            @Override
            public void comment(char[] chars, int start, int length) {
                flush();
                out.append("<!--").append(new String(chars, start, length).replaceAll("\n[ \t]+", "\n")).append("-->");
            }

            @Override
            public void processingInstruction(String target, String data) {
                flush();
                out.append("<?").append(target).append(' ').append(data).append("?>");
            }
        };
        try {
            xerces.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            xerces.parse(new InputSource(new StringReader(text)), handler);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toString();
    }

    private static List<Path> xmlFilesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).filter(FormattingPropertiesTest::isUtf8)
                    .sorted().toList();
        }
    }

    private static boolean isUtf8(Path file) {
        try {
            Files.readString(file);
            return true;
        } catch (MalformedInputException otherEncoding) {
            return false;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
