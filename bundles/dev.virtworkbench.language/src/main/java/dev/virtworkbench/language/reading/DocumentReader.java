package dev.virtworkbench.language.reading;

import dev.virtworkbench.language.syntax.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns bytes into documents, and has Xerces at hand to judge them. For one thread at a time, with what comes from it. */
public final class DocumentReader {

    /** An XML document has none of the control characters that a binary file is full of; a slip of a few is text still. */
    private static final int CONTROLS_OF_A_SLIP = 16;

    private ReferenceParser xerces;

    /** Reads a whole document; never fails. */
    public DecodedDocument read(byte[] document) {
        Encoding encoding = Encoding.of(document);
        StrictText decoded = StrictText.of(document, encoding.mark().length, encoding.charset());
        int control = firstControl(decoded.text());
        if (control >= 0) {
            ReadingProblem binary = new ReadingProblem(ReadingCode.BINARY_CONTENT, Span.at(0),
                    "0x%02X".formatted((int) decoded.text().charAt(control)), String.valueOf(control));
            return new DecodedDocument("", encoding, List.of(binary), false, () -> xerces().refusal(document));
        }
        List<ReadingProblem> problems = new ArrayList<>();
        if (encoding.problem() != null) {
            problems.add(encoding.problem());
        }
        if (decoded.malformed() != null) {
            int at = decoded.malformed().offset();
            problems.add(new ReadingProblem(ReadingCode.MALFORMED_BYTES, new Span(at, at + 1),
                    decoded.malformed().bytes(), encoding.charset().name()));
        }
        boolean plain = problems.isEmpty() && encoding.charset().equals(StandardCharsets.UTF_8)
                && encoding.mark().length == 0 && decoded.text().length() == document.length;
        return new DecodedDocument(decoded.text(), encoding, problems, plain, () -> xerces().refusal(document));
    }

    /** Made when first needed: most documents leave it nothing to judge. */
    private ReferenceParser xerces() {
        if (xerces == null) {
            xerces = new ReferenceParser();
        }
        return xerces;
    }

    /**
     * Whether a file may be a document at all, by its first bytes: text that begins with a tag. Costs no more than the bytes
     * given, so that large files can be told apart without being read.
     */
    public static boolean beginsAsMarkup(byte[] beginning) {
        Encoding encoding = Encoding.of(beginning);
        String text = StrictText.of(beginning, encoding.mark().length, encoding.charset()).text();
        return text.stripLeading().startsWith("<") && firstControl(text) < 0;
    }

    /** Where the first control character of a binary file stands; -1 in text. */
    private static int firstControl(String text) {
        int first = -1;
        int found = 0;
        boolean markup = text.stripLeading().startsWith("<");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u001B') {
                first = first < 0 ? i : first;
                found++;
                if (!markup || found > CONTROLS_OF_A_SLIP) {
                    return first;
                }
            }
        }
        return -1;
    }
}
