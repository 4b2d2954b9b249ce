package dev.virtworkbench.language.formatting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.Fixture;
import dev.virtworkbench.language.formatting.FormattingOptions.Attributes;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases in the folders of {@code formatting}. */
class FormattingTest {

    private static final Pattern SPACE_AT_LINE_END = Pattern.compile("(?m) +$");

    @TestFactory
    Stream<DynamicNode> cases() throws IOException {
        return Stream.of(
                Fixture.tests("formatting/document", FormattingTest::document),
                Fixture.tests("formatting/range", FormattingTest::range),
                Fixture.tests("formatting/on-type", FormattingTest::onType));
    }

    /** Whatever is expected: formatting twice changes nothing more, and other line breaks make no difference. */
    private static String document(Fixture fixture) {
        FormattingOptions options = options(fixture);
        String formatted = format(fixture.text(), options);
        assertEquals(formatted, format(formatted, options), "formatting twice");
        String windows = format(fixture.text().replace("\n", "\r\n"), options);
        if (fixture.text().contains("\n")) {
            assertEquals(formatted.replace("\n", "\r\n"), windows, "with CR LF");
        }
        return formatted;
    }

    @Test
    void finalLineBreaks() {
        FormattingOptions inserting = new FormattingOptions(2, true, Attributes.KEEP, 1, true);
        assertEquals("<pool/>", format("<pool/>", FormattingOptions.LIBVIRT));
        assertEquals("<pool/>\n", format("<pool/>", inserting));
        assertEquals("<pool/>\n", format("<pool/>\n\n\n", FormattingOptions.LIBVIRT));
        assertEquals("\uFEFF<pool/>", format("\uFEFF  <pool/>  ", FormattingOptions.LIBVIRT));
    }

    /** The lines of the range are those that start with {@code >}. */
    private static String range(Fixture fixture) {
        String text = fixture.text().replace("\n>", "\n");
        String marked = fixture.text();
        int start = marked.indexOf("\n>") + 1;
        int last = marked.lastIndexOf("\n>") + 1;
        int marks = marked.substring(0, last).split("\n>", -1).length - 1;
        int end = text.indexOf('\n', last - marks);
        return TextEdit.apply(text, Formatter.range(XmlTree.parse(text), new Span(start, end), options(fixture)));
    }

    private static String onType(Fixture fixture) {
        char typed = fixture.text().charAt(fixture.offset() - 1);
        boolean newLine = typed == ' ' || typed == '\t' || typed == '\n';
        List<TextEdit> edits = OnTypeFormatting.at(XmlTree.parse(fixture.text()), fixture.offset(),
                newLine ? '\n' : typed, options(fixture));
        return SPACE_AT_LINE_END.matcher(TextEdit.apply(fixture.text(), edits))
                .replaceAll(space -> "·".repeat(space.group().length()));
    }

    private static String format(String text, FormattingOptions options) {
        return TextEdit.apply(text, Formatter.document(XmlTree.parse(text), options));
    }

    private static FormattingOptions options(Fixture fixture) {
        return new FormattingOptions(Integer.parseInt(fixture.setting("tabSize", "2")),
                !Boolean.parseBoolean(fixture.setting("tabs", "false")),
                Attributes.valueOf(fixture.setting("attributes", "keep").toUpperCase(Locale.ROOT)),
                Integer.parseInt(fixture.setting("blankLines", "1")),
                Boolean.parseBoolean(fixture.setting("finalNewline", "false")));
    }
}
