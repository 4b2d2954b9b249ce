package dev.virtworkbench.language.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.syntax.Position;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes in, document and problems out. */
class DocumentReaderTest {

    private static final Path SAMPLES = Path.of("..", "..", "samples");

    private final DocumentReader reader = new DocumentReader();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # declared,     written in,   byte order mark, read as
            '',             UTF-8,        '',              UTF-8
            '',             UTF-8,        EFBBBF,          UTF-8
            UTF-8,          UTF-8,        '',              UTF-8
            utf-8,          UTF-8,        EFBBBF,          UTF-8
            '',             UTF-16LE,     FFFE,            UTF-16LE
            '',             UTF-16BE,     FEFF,            UTF-16BE
            UTF-16,         UTF-16LE,     FFFE,            UTF-16LE
            UTF-16,         UTF-16BE,     FEFF,            UTF-16BE
            UTF-16,         UTF-16LE,     '',              UTF-16LE
            UTF-16LE,       UTF-16LE,     '',              UTF-16LE
            UTF-16BE,       UTF-16BE,     '',              UTF-16BE
            ISO-8859-1,     ISO-8859-1,   '',              ISO-8859-1
            latin1,         ISO-8859-1,   '',              ISO-8859-1
            ISO-8859-15,    ISO-8859-15,  '',              ISO-8859-15
            windows-1252,   windows-1252, '',              windows-1252
            GB18030,        GB18030,      '',              GB18030
            UTF-32,         UTF-32BE,     '',              UTF-32BE
            IBM1047,        IBM1047,      '',              IBM1047
            """)
    void readsWhatIsDeclaredAndWritesItBackTheSame(String declared, String written, String mark, String charset)
            throws CharacterCodingException {
        byte[] bytes = bytes(mark, declaration(declared) + "<name>bär</name>", written);

        DecodedDocument document = reader.read(bytes);

        assertEquals(List.of(), document.problemsBeyond(XmlTree.parse(document.text())));
        assertEquals(declaration(declared) + "<name>bär</name>", document.text());
        assertEquals(Charset.forName(charset), document.charset());
        assertEquals(!mark.isEmpty(), document.byteOrderMark());
        assertTrue(document.xercesSays().isEmpty(), () -> document.xercesSays().toString());
        assertTrue(document.reproduces(bytes));
        assertArrayEquals(bytes(mark, "<a>ß</a>", written), document.encode("<a>ß</a>"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # declared,  written in,  byte order mark, code,                   declared when mended
            UTF-16,      UTF-8,       '',              contradicting-encoding, UTF-8
            UTF-16LE,    UTF-8,       EFBBBF,          contradicting-encoding, UTF-8
            ISO-8859-1,  UTF-8,       EFBBBF,          contradicting-encoding, UTF-8
            UTF-8,       UTF-16LE,    FFFE,            contradicting-encoding, UTF-16
            UTF-8,       UTF-16BE,    '',              contradicting-encoding, UTF-16BE
            UTF8-8,      UTF-8,       '',              unknown-encoding,       UTF-8
            UTF 8,       UTF-8,       '',              unknown-encoding,       UTF-8
            unicode-9,   UTF-16LE,    FFFE,            unknown-encoding,       UTF-16
            """)
    void aWrongDeclarationIsNamedAndMended(String declared, String written, String mark, String code, String mended)
            throws CharacterCodingException {
        String text = declaration(declared) + "<name>bär</name>";

        DecodedDocument document = reader.read(bytes(mark, text, written));

        ReadingProblem problem = document.problems().getFirst();
        assertEquals(List.of(code, declared), List.of(problem.code().id(), problem.span().of(text)));
        assertEquals(text, document.text(), "the rest is read nevertheless");
        Fix fix = problem.finding().fixes().getFirst();
        assertTrue(fix.safe());
        DecodedDocument again = reader.read(document.encode(TextEdit.apply(text, fix.edits())));
        assertEquals(declaration(mended) + "<name>bär</name>", again.text());
        assertEquals(List.of(), again.problemsBeyond(XmlTree.parse(again.text())));
        assertTrue(again.xercesSays().isEmpty(), () -> again.xercesSays().toString());
    }

    @Test
    void bytesThatAreNoCharactersAreShownWhereTheyStand() {
        DecodedDocument document = reader.read(bytes("", "<pool>\n  <name>größer</name>\n</pool>", "ISO-8859-1"));

        ReadingProblem problem = document.problems().getFirst();
        assertEquals(ReadingCode.MALFORMED_BYTES, problem.code());
        assertEquals(new Position(1, 10), XmlTree.parse(document.text()).lines().position(problem.span().start()));
        assertEquals(List.of("0xF6", "UTF-8"), problem.arguments());
        assertTrue(document.xercesSays().orElseThrow().contains("UTF-8"));
        assertEquals("<pool>\n  <name>gr\uFFFD\uFFFDer</name>\n</pool>", document.text(), "the rest can be judged");
        assertFalse(document.reproduces(bytes("", "<pool>\n  <name>größer</name>\n</pool>", "ISO-8859-1")));
    }

    @Test
    void aBinaryFileIsToldFromADocumentWithASlip() {
        assertTrue(reader.read(new byte[] {(byte) 0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0}).binary());
        assertTrue(reader.read(new byte[4096]).binary(), "what a file is after a crash");
        assertFalse(reader.read(bytes("", "<a>\0</a>", "UTF-8")).binary());
        assertFalse(reader.read(bytes("", "no markup, but text", "UTF-8")).binary());
        assertFalse(reader.read(new byte[0]).binary());
    }

    @Test
    void theBeginningTellsWhetherAFileIsWorthReading() {
        assertTrue(DocumentReader.beginsAsMarkup(bytes("FFFE", "\n<domain>", "UTF-16LE")));
        assertFalse(DocumentReader.beginsAsMarkup(bytes("", "QFI\u00FB\0\0\0\3", "ISO-8859-1")));
        assertFalse(DocumentReader.beginsAsMarkup(bytes("", "# Notes <on> markup", "UTF-8")));
    }

    @Test
    void nothingOutsideTheDocumentIsEverRead() {
        DecodedDocument document = reader.read(bytes("", """
                <!DOCTYPE pool [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>
                <pool><name>&passwd;</name></pool>
                """, "UTF-8"));

        assertTrue(document.xercesSays().orElseThrow().contains("DOCTYPE"));
        assertEquals(List.of(), document.problemsBeyond(XmlTree.parse(document.text())), "the tree says so already");
    }

    @Test
    void everyProblemHasWordsInBothLanguages() {
        for (ReadingCode code : ReadingCode.values()) {
            ReadingProblem problem = new ReadingProblem(code, Span.at(0), "a", "b");
            String english = problem.finding().text(Locale.ENGLISH);
            String chinese = problem.finding().text(Locale.SIMPLIFIED_CHINESE);
            assertFalse(english.equals(chinese), english);
        }
    }

    /** Xerces reads the bytes, the tolerant parser the text: whatever happens to a file, they agree on it. */
    @Test
    void xercesAndTheTreeAgreeOnEverySampleWithDamagedBytes() throws IOException {
        Random random = new Random(20261121);
        for (Path file : samples()) {
            byte[] original = Files.readAllBytes(file);
            for (int i = 0; i < 40; i++) {
                byte[] bytes = original.clone();
                for (int changes = i == 0 ? 0 : 1 + random.nextInt(3); changes > 0; changes--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                DecodedDocument document = reader.read(bytes);
                XmlTree tree = XmlTree.parse(document.text());
                boolean ours = tree.wellFormed() && document.problems().isEmpty();
                assertEquals(document.xercesSays().isEmpty(), ours, () -> file + "\nXerces: " + document.xercesSays()
                        + "\nours: " + document.problems() + tree.problems() + "\n" + document.text());
            }
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }

    private static String declaration(String encoding) {
        return encoding.isEmpty() ? "" : "<?xml version='1.0' encoding='" + encoding + "'?>\n";
    }

    private static byte[] bytes(String mark, String text, String charset) {
        byte[] content = text.getBytes(Charset.forName(charset));
        byte[] start = HexFormat.of().parseHex(mark);
        byte[] all = Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }
}
