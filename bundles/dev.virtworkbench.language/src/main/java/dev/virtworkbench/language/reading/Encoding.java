package dev.virtworkbench.language.reading;

import dev.virtworkbench.language.syntax.Span;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a document: what its first bytes are decides the family, the XML declaration the member of it. Where the two
 * contradict each other the bytes are right, for the declaration could not be read otherwise.
 *
 * @param charset what decodes it
 * @param mark its byte order mark; empty if it has none
 * @param problem what is wrong with the declared name; null if nothing is. Its span counts from behind the mark.
 */
record Encoding(Charset charset, byte[] mark, ReadingProblem problem) {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    private static final Pattern DECLARED = Pattern.compile(
            "^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", Pattern.DOTALL);
    /** More than any declaration needs. */
    private static final int DECLARATION_BYTES = 1024;

    /** Four bytes or fewer that begin a document, and what reads a declaration that begins with them. */
    private record Signature(int[] bytes, Charset charset, boolean mark) {

        boolean begins(byte[] document) {
            if (document.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((document[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code <?xm} in the EBCDIC code pages, which have these letters in common. */
    private static final Signature EBCDIC = new Signature(new int[] {0x4C, 0x6F, 0xA7, 0x94},
            Charset.isSupported("IBM037") ? Charset.forName("IBM037") : StandardCharsets.ISO_8859_1, false);

    /** XML 1.0, appendix F; the longer ones first. */
    private static final List<Signature> SIGNATURES = List.of(
            new Signature(new int[] {0x00, 0x00, 0xFE, 0xFF}, UTF_32BE, true),
            new Signature(new int[] {0xFF, 0xFE, 0x00, 0x00}, UTF_32LE, true),
            new Signature(new int[] {0x00, 0x00, 0x00, '<'}, UTF_32BE, false),
            new Signature(new int[] {'<', 0x00, 0x00, 0x00}, UTF_32LE, false),
            new Signature(new int[] {0xEF, 0xBB, 0xBF}, StandardCharsets.UTF_8, true),
            new Signature(new int[] {0xFE, 0xFF}, StandardCharsets.UTF_16BE, true),
            new Signature(new int[] {0xFF, 0xFE}, StandardCharsets.UTF_16LE, true),
            new Signature(new int[] {0x00, '<'}, StandardCharsets.UTF_16BE, false),
            new Signature(new int[] {'<', 0x00}, StandardCharsets.UTF_16LE, false),
            EBCDIC);

    /** The encoding of a whole document, or of one from whose beginning at least the declaration is there. */
    static Encoding of(byte[] document) {
        Signature signature = SIGNATURES.stream().filter(s -> s.begins(document)).findFirst().orElse(null);
        byte[] mark = signature != null && signature.mark()
                ? Arrays.copyOf(document, signature.bytes().length) : new byte[0];
        Charset reader = signature == null ? StandardCharsets.ISO_8859_1 : signature.charset();
        String head = new String(document, mark.length, Math.min(document.length - mark.length, DECLARATION_BYTES), reader);
        Matcher declaration = DECLARED.matcher(head);
        if (!declaration.find()) {
            return new Encoding(signature == null ? StandardCharsets.UTF_8 : reader, mark, null);
        }
        int group = declaration.group(1) != null ? 1 : 2;
        String name = declaration.group(group);
        Span span = new Span(declaration.start(group), declaration.end(group));
        Charset declared = charset(name);
        boolean unicode = signature != null && !signature.equals(EBCDIC);
        if (declared != null && (unicode ? names(declared, reader) : reads(declared, declaration.group(), document))) {
            return new Encoding(unicode ? reader : declared, mark, null);
        }
        boolean knownByBytes = signature != null || StrictText.of(document, 0, StandardCharsets.UTF_8).malformed() == null;
        Charset actual = signature == null && knownByBytes ? StandardCharsets.UTF_8 : reader;
        String actualName = mark.length > 0 && actual.name().startsWith("UTF-16") ? "UTF-16" : actual.name();
        ReadingProblem problem = declared == null
                ? new ReadingProblem(ReadingCode.UNKNOWN_ENCODING, span, List.of(name), knownByBytes ? actualName : "")
                : new ReadingProblem(ReadingCode.CONTRADICTING_ENCODING, span, List.of(name, actualName),
                        knownByBytes ? actualName : "");
        return new Encoding(actual, mark, problem);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** Whether a declared name means the Unicode encoding that the bytes are in, be it without its byte order. */
    private static boolean names(Charset declared, Charset actual) {
        return declared.equals(actual) || declared.name().equals("UTF-16") && actual.name().startsWith("UTF-16")
                || declared.name().equals("UTF-32") && actual.name().startsWith("UTF-32");
    }

    /** Whether the declaration reads the same in the encoding that it names. */
    private static boolean reads(Charset declared, String declaration, byte[] document) {
        return new String(document, 0, Math.min(document.length, declaration.length()), declared).equals(declaration);
    }
}
