package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.Fixture;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtSuite;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.Position;
import dev.virtworkbench.language.syntax.TextEdit;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The cases in {@code validation/findings}: a document, what is told about it, and what the first fix makes of it. */
class FindingsTest {

    @TestFactory
    DynamicNode findings() throws IOException {
        return Fixture.tests("validation/findings", FindingsTest::told);
    }

    private static String told(Fixture fixture) {
        LibvirtDocument document = LibvirtSuite.LANGUAGE.read(fixture.setting("name", "case.xml"), fixture.text())
                .orElseThrow(() -> new AssertionError("not recognised"));
        Locale locale = Locale.forLanguageTag(fixture.setting("locale", "en"));
        StringBuilder out = new StringBuilder();
        try {
            for (Finding finding : document.findings(WorkspaceFacts.NONE)) {
                Position start = document.tree().lines().position(finding.span().start());
                out.append(start.line() + 1).append(':').append(start.character() + 1).append(" «")
                        .append(finding.span().of(fixture.text())).append("» ").append(finding.source().label())
                        .append(' ').append(finding.severity().name().toLowerCase(Locale.ROOT)).append(' ')
                        .append(finding.code()).append('\n').append("  ").append(finding.text(locale)).append('\n');
                for (Fix fix : finding.fixes()) {
                    out.append("  * ").append(fix.title().in(locale)).append(fix.safe() ? " (safe)" : "").append('\n');
                }
                if (!finding.fixes().isEmpty()) {
                    out.append(changed(fixture.text(), finding.fixes().getFirst()));
                }
            }
        } catch (SchemaException noSchema) {
            throw new AssertionError(noSchema);
        }
        return out.isEmpty() ? "nothing" : out.toString();
    }

    /** The lines that a fix changes, as it leaves them. */
    private static String changed(String text, Fix fix) {
        java.util.List<String> before = text.lines().toList();
        java.util.List<String> after = TextEdit.apply(text, fix.edits()).lines().toList();
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        StringBuilder out = new StringBuilder();
        before.subList(same, before.size() - tail).forEach(line -> out.append("    - ").append(line).append('\n'));
        after.subList(same, after.size() - tail).forEach(line -> out.append("    + ").append(line).append('\n'));
        return out.toString();
    }
}
