package dev.virtworkbench.language.completion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.Fixture;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtSuite;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is proposed at a cursor, and what a document looks like once it is accepted. */
class CompletionsTest {

    private static final Pattern CHOICE = Pattern.compile("\\$\\{\\d+\\|((?:\\\\.|[^,|\\\\])*)(?:\\\\.|[^|\\\\])*\\|\\}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\d+:((?:\\\\.|[^}\\\\])*)\\}");

    @TestFactory
    DynamicNode proposals() throws IOException {
        return Fixture.tests("completion/at", CompletionsTest::told);
    }

    private static String told(Fixture fixture) {
        int most = Integer.parseInt(fixture.setting("most", "8"));
        String kind = fixture.setting("kind", "");
        StringBuilder out = new StringBuilder();
        List<Proposal> proposals = at(LibvirtSuite.LANGUAGE.read(fixture.setting("name", "case.xml"), fixture.text())
                .orElseThrow(() -> new AssertionError("not recognised")), fixture.offset()).stream()
                .filter(proposal -> kind.isEmpty() || proposal.kind() == Proposal.Kind.valueOf(kind)).toList();
        for (Proposal proposal : proposals.stream().limit(most).toList()) {
            out.append(proposal.label()).append(proposal.required() ? " (required)" : "").append("   ")
                    .append(proposal.kind().name().toLowerCase(Locale.ROOT)).append("   «")
                    .append(proposal.replaced().of(fixture.text())).append("» -> ")
                    .append(proposal.text().replace("\n", "⏎"))
                    .append(proposal.also().isEmpty() ? "" : "   and " + proposal.also().stream().map(TextEdit::newText)
                            .collect(Collectors.joining())).append('\n');
        }
        return out.isEmpty() ? "nothing"
                : out + (proposals.size() > most ? "and more" : "");
    }

    private static List<Proposal> at(LibvirtDocument document, int offset) {
        try {
            return Completions.at(document, offset, true);
        } catch (SchemaException noSchema) {
            throw new AssertionError(noSchema);
        }
    }

    /** Accepting any item, its tab stops left at their first choice, leaves no finding that was not there before. */
    @Test
    void whatIsAcceptedIsValid() throws IOException, SchemaException {
        Random random = new Random(20261121);
        List<Path> samples;
        try (Stream<Path> files = Files.walk(Path.of("..", "..", "samples"))) {
            samples = files.filter(file -> file.toString().endsWith(".xml") && !file.toString().contains("mistakes")).sorted()
                    .toList();
        }
        for (Path sample : samples) {
            String text = Files.readString(sample);
            for (int i = 0; i < 12; i++) {
                List<Integer> lines = new ArrayList<>();
                for (int at = text.indexOf(">\n"); at >= 0; at = text.indexOf(">\n", at + 1)) {
                    lines.add(at + 1);
                }
                int offset = lines.get(random.nextInt(lines.size()));
                String opened = text.substring(0, offset) + "\n" + text.substring(offset);
                Optional<LibvirtDocument> document = LibvirtSuite.LANGUAGE.read(sample.toString(), opened);
                int before = document.orElseThrow().findings(WorkspaceFacts.NONE).size();
                for (Proposal proposal : at(document.get(), offset + 1)) {
                    List<TextEdit> edits = new ArrayList<>(proposal.also());
                    edits.add(new TextEdit(proposal.replaced(), defaults(proposal.text())));
                    String accepted = TextEdit.apply(opened, edits);
                    LibvirtDocument after = LibvirtSuite.LANGUAGE.read(sample.toString(), accepted).orElseThrow();
                    var findings = after.findings(WorkspaceFacts.NONE).stream()
                            .filter(finding -> finding.source() != dev.virtworkbench.language.findings.Source.RULE).toList();
                    assertTrue(findings.size() <= before, () -> sample + " with " + proposal.label() + ": "
                            + findings.stream().map(f -> f.text(Locale.ENGLISH)).toList() + "\n" + accepted);
                }
            }
        }
    }

    private static String defaults(String snippet) {
        String text = CHOICE.matcher(snippet).replaceAll("$1");
        text = PLACEHOLDER.matcher(text).replaceAll("$1");
        return text.replaceAll("\\$\\d+", "").replaceAll("\\\\(.)", "$1");
    }
}
