package dev.virtworkbench.language.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code rules/<rule>/} is an example ({@link RuleExample}), those called {@code good…} without findings; a new
 * case is a new file.
 * {@code -Dvirtworkbench.rewrite=true} writes the findings of today into the files, to be read before they are committed.
 */
class RuleExamplesTest {

    static final Path EXAMPLES = Path.of("src/test/resources/dev/virtworkbench/language/rules");
    static final boolean REWRITE = Boolean.getBoolean("virtworkbench.rewrite");

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return Rules.all().stream().flatMap(rule -> files(rule)
                .map(file -> dynamicTest(rule.id() + "/" + file.getFileName(), () -> check(rule, file))));
    }

    private static void check(Rule rule, Path file) throws IOException {
        RuleExample example = RuleExample.read(file);
        assertEquals(file.getFileName().toString().startsWith("good"), example.findings().isEmpty());
        if (REWRITE) {
            Files.writeString(file, example.rendered());
        }
        assertEquals(Files.readString(file), example.rendered());
        List<Finding> findings = example.findings();
        for (Finding finding : findings) {
            assertEquals(rule.id(), finding.code());
            assertTrue(finding.severity().compareTo(rule.severity()) >= 0, "graver than the rule says");
            for (Fix fix : finding.fixes()) {
                String mended = TextEdit.apply(example.document(), fix.edits());
                assertTrue(XmlTree.parse(mended).problems().size() <= XmlTree.parse(example.document()).problems().size(),
                        mended);
                assertTrue(example.findings(mended).size() < findings.size(), mended);
            }
        }
    }

    private static Stream<Path> files(Rule rule) {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(rule.id()))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
